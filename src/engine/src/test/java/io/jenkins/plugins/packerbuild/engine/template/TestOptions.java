package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.util.List;
import java.util.Set;

/**
 * Options of a component out of JSON text, for tests. Example:
 * {@code TestOptions.of("{\"region\": \"nyc3\"}").options().text("region")}. The file is called {@code test.json}.
 *
 * @param options to be read
 * @param collector where their problems and warnings go
 */
public record TestOptions(Options options, ProblemCollector collector) {

    /** Of a component called {@code builder 'test'}, whose name is {@code test} and whose type is {@code test-type}. */
    public static TestOptions of(String json) {
        ProblemCollector collector = new ProblemCollector();
        JsonValue value = new JsonReader(new SourceText("test.json", json), member -> {
                    throw new IllegalArgumentException("twice: " + member.key());
                })
                .read();
        ComponentOptions.Context context =
                new ComponentOptions.Context("builder 'test'", TextRenderer.LITERAL, collector);
        return new TestOptions(
                new ComponentOptions(context, (JsonValue.Members) value, Set.of("type", "name")), collector);
    }

    /** Ends the reading, and gives all problems as they are shown, with file, line and column. */
    public List<String> problems() {
        options.finish();
        return collector.problems().stream().map(Problem::sentence).toList();
    }

    /** The warnings so far, as they are shown. */
    public List<String> warnings() {
        return collector.warnings().stream().map(Problem::sentence).toList();
    }
}
