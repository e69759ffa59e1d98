package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables that a script gets, as they stand before its path in a command line.
 *
 * @param variables in the order of their names
 * @param format with a {@code %s} for the name and one for the value
 */
record EnvironmentLine(TreeMap<String, String> variables, String format) {

    static final String FORMAT = "%s='%s' ";

    /** Reads {@code environment_vars} and {@code env_var_format}; Packer's own variables come first, so a user's win. */
    static EnvironmentLine read(Options options, ProvisionerSettings settings) {
        TreeMap<String, String> variables = new TreeMap<>(
                Map.of("PACKER_BUILD_NAME", settings.buildName(), "PACKER_BUILDER_TYPE", settings.builderType()));
        for (String variable : options.list("environment_vars")) {
            int equals = variable.indexOf('=');
            if (equals <= 0) {
                options.problem(
                        "environment_vars",
                        "Environment variable not in format 'key=value': " + variable,
                        "Write it as \"NAME=value\".");
            } else {
                variables.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return new EnvironmentLine(variables, format(options));
    }

    private static String format(Options options) {
        String format = options.text("env_var_format", FORMAT);
        List<String> parts = List.of(format.split("%s", -1));
        if (parts.size() != 3 || format.replace("%s", "").replace("%%", "").contains("%")) {
            options.problem(
                    "env_var_format",
                    "env_var_format '" + format + "' does not have '%s' exactly twice.",
                    "Write one '%s' for the name and one for the value, as in \"%s='%s' \".");
            return FORMAT;
        }
        return format;
    }

    /** All of them, each value made safe for single quotes. */
    String text() {
        String[] parts = format.split("%s", -1);
        StringBuilder line = new StringBuilder();
        variables.forEach((name, value) -> line.append(plain(parts[0]))
                .append(name)
                .append(plain(parts[1]))
                .append(value.replace("'", "'\"'\"'"))
                .append(plain(parts[2])));
        return line.toString();
    }

    private static String plain(String part) {
        return part.replace("%%", "%");
    }
}
