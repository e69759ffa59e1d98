package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Options of a component out of JSON text, for tests. Example:
 * {@code TestOptions.of("{\"region\": \"nyc3\"}").options().text("region")}. The file is called {@code test.json}; the run
 * began at {@link #START}.
 *
 * @param options to be read
 * @param collector where their problems and warnings go
 */
public record TestOptions(Options options, ProblemCollector collector) {

    /** When the run began. */
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    /** What functions know of the run. */
    public static final RunFacts FACTS = new RunFacts(START, Path.of("/templates"), Path.of("/work"), Map.of());

    /** {@link #FACTS} with an environment. */
    public static RunFacts facts(Map<String, String> environment) {
        return new RunFacts(START, FACTS.templateDirectory(), FACTS.workingDirectory(), environment);
    }

    /** Of a builder that is called {@code test}, without user variables. */
    public static TestOptions of(String json) {
        return of("test-type", json, Map.of());
    }

    /** Of a builder of that type that is called {@code test}, with user variables. */
    public static TestOptions of(String builderType, String json, Map<String, String> variables) {
        return of(Component.Kind.BUILDER, builderType, json, variables);
    }

    /** Of a provisioner of that type, in a build that is called {@code test} of type {@code test-type}. */
    public static TestOptions ofProvisioner(String type, String json, Map<String, String> variables) {
        return of(Component.Kind.PROVISIONER, type, json, variables);
    }

    /** Of a post-processor of that type, in the same build. */
    public static TestOptions ofPostProcessor(String type, String json, Map<String, String> variables) {
        return of(Component.Kind.POST_PROCESSOR, type, json, variables);
    }

    private static TestOptions of(Component.Kind kind, String type, String json, Map<String, String> variables) {
        ProblemCollector collector = new ProblemCollector();
        JsonValue value = new JsonReader(new SourceText("test.json", json), member -> {
                    throw new IllegalArgumentException("twice: " + member.key());
                })
                .read();
        boolean builder = kind == Component.Kind.BUILDER;
        Component.Identity identity = new Component.Identity(type, builder ? "test" : type);
        Component component =
                new Component(kind, "1", identity, MetaKeys.of(BuildSelection.ALL), (JsonValue.Members) value);
        Component owner = builder
                ? component
                : new Component(
                        Component.Kind.BUILDER,
                        "1",
                        new Component.Identity("test-type", "test"),
                        MetaKeys.of(BuildSelection.ALL),
                        (JsonValue.Members) value);
        Interpolation interpolation =
                Interpolation.of(FACTS, new Variables(variables, Set.of(), List.of(), Set.of(), Map.of()));
        return new TestOptions(component.options(interpolation, new NamedBuild("test", owner), collector), collector);
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
