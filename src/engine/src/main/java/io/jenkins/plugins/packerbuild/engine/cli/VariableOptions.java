package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.GivenVariables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values for the template's user variables. */
final class VariableOptions {

    @Option(
            names = {"-var", "--var"},
            paramLabel = "key=value",
            description = "A value for a user variable; the last one counts.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = {"-var-file", "--var-file"},
            paramLabel = "file",
            description = "A JSON file with values; later files win, -var beats them all.")
    List<String> files = new ArrayList<>();

    /**
     * All of them; what is wrong with a var-file goes to the problems.
     *
     * @param work the directory that a relative path starts at
     * @throws BuildException when one has no {@code =}
     */
    GivenVariables given(Path work, ProblemCollector problems) {
        GivenVariables given = GivenVariables.none();
        for (String file : files) {
            given = given.withFile(work.resolve(file), file, problems);
        }
        for (Map.Entry<String, String> value : values().entrySet()) {
            given = given.withOption(value.getKey() + "=" + value.getValue());
        }
        return given;
    }

    /**
     * The values of {@code -var} by name.
     *
     * @throws BuildException when one has no {@code =}
     */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                throw new BuildException(Problem.of("invalid value \"" + assignment
                                + "\" for flag -var: No '=' value in arg: " + assignment)
                        .withCure("Write -var name=value."));
            }
            values.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return values;
    }
}
