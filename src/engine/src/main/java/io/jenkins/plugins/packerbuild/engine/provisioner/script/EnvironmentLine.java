package io.jenkins.plugins.packerbuild.engine.provisioner.script;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The variables that a script gets, as they stand before its path in a command line.
 *
 * @param variables in the order of their names
 * @param format with a {@code %s} for the name and one for the value
 */
public record EnvironmentLine(TreeMap<String, String> variables, String format) {

    /** For a POSIX shell. */
    public static final String FORMAT = "%s='%s' ";

    private static final String OPTION = "environment_vars";

    /** Reads {@code environment_vars} and {@code env_var_format}; Packer's own variables come first, so a user's win. */
    public static EnvironmentLine read(Options options, String buildName, String builderType) {
        TreeMap<String, String> variables = packers(buildName, builderType);
        for (String variable : options.list(OPTION)) {
            check(options, variable);
            pair(variable).ifPresent(pair -> variables.put(pair.getKey(), pair.getValue()));
        }
        return new EnvironmentLine(variables, format(options, FORMAT));
    }

    /** Those that every script gets. */
    public static TreeMap<String, String> packers(String buildName, String builderType) {
        return new TreeMap<>(Map.of("PACKER_BUILD_NAME", buildName, "PACKER_BUILDER_TYPE", builderType));
    }

    /** Name and value of {@code name=value}; empty when it is not that. */
    public static Optional<Map.Entry<String, String>> pair(String variable) {
        int equals = variable.indexOf('=');
        return equals <= 0
                ? Optional.empty()
                : Optional.of(Map.entry(variable.substring(0, equals), variable.substring(equals + 1)));
    }

    /** Whether an element of {@code environment_vars} can be read; if not, that is a problem. */
    public static void check(Options options, String variable) {
        if (pair(variable).isEmpty()) {
            options.problem(
                    OPTION,
                    "Environment variable not in format 'key=value': " + variable,
                    "Write it as \"NAME=value\".");
        }
        if (variable.indexOf('\0') >= 0) {
            options.problem(OPTION, "An environment variable cannot have a NUL character in it.", "Remove it.");
        }
    }

    /** {@code env_var_format}, or what is taken without it. */
    public static String format(Options options, String fallback) {
        String format = options.text("env_var_format", fallback);
        List<String> parts = List.of(format.split("%s", -1));
        if (parts.size() != 3 || format.replace("%s", "").replace("%%", "").contains("%")) {
            options.problem(
                    "env_var_format",
                    "env_var_format '" + format + "' does not have '%s' exactly twice.",
                    "Write one '%s' for the name and one for the value, as in \"%s='%s' \".");
            return fallback;
        }
        return format;
    }

    /** All of them, each value made safe for single quotes. */
    public String text() {
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
