package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a {@code -var-file}: a flat JSON object of texts. */
final class VariableFile {

    private VariableFile() {}

    static Map<String, GivenVariables.Given> read(Path path, String file, ProblemCollector problems) {
        Map<String, GivenVariables.Given> values = new LinkedHashMap<>();
        try {
            SourceText source = SourceText.read("var-file", path, file);
            JsonValue root = new JsonReader(source, twice -> put(values, twice, file, problems)).read();
            if (root instanceof JsonValue.Members members) {
                for (JsonValue.Member member : members.members()) {
                    if (!values.containsKey(member.key())) {
                        put(values, member, file, problems);
                    }
                }
            } else {
                problems.add(Problem.of("Var-file '" + file + "' must hold a JSON object, not " + root.kind() + ".")
                        .withCure("Write { \"name\": \"value\" }.")
                        .at(root.position()));
            }
        } catch (BuildException e) {
            e.problems().forEach(problems::add);
        }
        return values;
    }

    /** Of a name that stands twice, the last value counts, as in Packer. */
    private static void put(
            Map<String, GivenVariables.Given> values, JsonValue.Member member, String file, ProblemCollector problems) {
        JsonValue value = member.value();
        if (value instanceof JsonValue.Text || value instanceof JsonValue.Null) {
            String text = value instanceof JsonValue.Text given ? given.value() : "";
            values.put(
                    member.key(),
                    new GivenVariables.Given(Secret.of(text), "-var-file " + file, true, value.position()));
        } else {
            problems.add(Problem.of("Variable '" + member.key() + "' in var-file '" + file + "' must be a text, not "
                            + value.kind() + ".")
                    .withCure("Put the value in double quotes; lists and objects cannot be given.")
                    .at(value.position()));
        }
    }
}
