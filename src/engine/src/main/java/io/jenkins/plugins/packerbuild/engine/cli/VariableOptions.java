package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.template.GivenVariables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Values for the template's user variables. */
final class VariableOptions {

    @Option(
            names = {"-var", "--var"},
            paramLabel = "key=value",
            converter = Assignment.class,
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

    /** Refuses what has no {@code =} while the command line is read, before a template is missed that it has swallowed. */
    private static final class Assignment implements CommandLine.ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.indexOf('=') < 0) {
                throw new CommandLine.TypeConversionException("No '=' value in arg: " + text);
            }
            return text;
        }
    }

    /** The values of {@code -var} by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            values.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return values;
    }
}
