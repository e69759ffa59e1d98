package io.jenkins.plugins.packerbuild.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Java's argument file of an engine process: no shell has to quote anything, and nothing of it is a secret. Example of a
 * line: {@code "-jar"}.
 */
final class JvmArgs {

    private final List<String> arguments = new ArrayList<>();

    private JvmArgs() {}

    /**
     * What one process is started with.
     *
     * @param command the engine's command and its arguments
     * @param jar the path of {@code packer-build.jar}
     * @param archive the path of a class-data archive that is there; empty when there is none
     * @param jvmOptions what the user wants besides; they come last, so they win
     */
    record Start(List<String> command, String jar, String archive, List<String> jvmOptions) {
        /** Copies its lists. */
        Start {
            command = List.copyOf(command);
            jvmOptions = List.copyOf(jvmOptions);
        }
    }

    /**
     * The content of the file.
     *
     * @param engineOptions the text of {@code jvm.options}
     * @throws IllegalArgumentException with a sentence, when something has a line break
     */
    static String of(Start start, String engineOptions) {
        JvmArgs args = new JvmArgs();
        String command = start.command().isEmpty() ? "" : start.command().get(0);
        engineOptions.lines().map(String::strip).forEach(line -> args.addFor(command, line));
        args.arguments.add("-Xmx256m");
        args.arguments.add("-XX:+ExitOnOutOfMemoryError");
        if (!start.archive().isEmpty()) {
            args.arguments.add("-XX:SharedArchiveFile=" + start.archive());
        }
        args.arguments.addAll(start.jvmOptions());
        args.arguments.add("-jar");
        args.arguments.add(start.jar());
        args.arguments.addAll(start.command());
        return args.arguments.stream().map(JvmArgs::quoted).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The options of the engine's own file alone, for a command. */
    static List<String> engineOptions(String command, String text) {
        JvmArgs args = new JvmArgs();
        text.lines().map(String::strip).forEach(line -> args.addFor(command, line));
        return List.copyOf(args.arguments);
    }

    /** As the launcher reads it: {@code -option}, or {@code command,command:-option}; anything else is a comment. */
    private void addFor(String command, String line) {
        if (line.startsWith("-")) {
            arguments.add(line);
            return;
        }
        int colon = line.indexOf(":-");
        if (colon > 0
                && !line.startsWith("#")
                && List.of(line.substring(0, colon).split(",")).contains(command)) {
            arguments.add(line.substring(colon + 1));
        }
    }

    private static String quoted(String argument) {
        if (argument.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("Could not write Java option '" + argument.strip()
                    + "': it has a line break. Put each option into a line of its own.");
        }
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
