package io.jenkins.plugins.packerbuild.simulator.jail;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command line would do on the real machine. A line is understood if all its words are of a small set that can
 * only write, run and remove one file in {@code /tmp}, which is what Packer and packer-build send for a script; whether
 * the script itself may run is another question.
 *
 * @param kind whether the line runs a script, and where that comes from
 * @param file the machine's path of the script, empty if there is none
 */
record HostCommand(Kind kind, String file) {

    /** Where the script of a command line comes from. */
    enum Kind {
        /** No script is run. */
        NONE,
        /** The script has been uploaded. */
        FILE,
        /** The script comes on the standard input. */
        STDIN,
        /** The line does something else. */
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final HostCommand UNKNOWN = new HostCommand(Kind.UNKNOWN, "");

    private static final Set<String> WORDS = Set.of(
            "exec",
            "sh",
            "/bin/sh",
            "-c",
            "if",
            "then",
            "fi",
            "setsid",
            "-w",
            "true",
            "umask",
            "077",
            "cat",
            "wc",
            "-eq",
            "chmod",
            "rm",
            "-f",
            "exit",
            "sudo",
            "-E",
            "-H",
            "-S",
            "-n",
            "env",
            "rc=$?",
            "$rc",
            "$?",
            "$1",
            "$",
            "SHELL:-/bin/sh",
            "/dev/null",
            "+x",
            "");

    private static final Pattern NOTE = Pattern.compile("echo [\\w-]+ (?:group \\$\\$|begin|upload|left) *>&2");
    private static final Pattern QUOTES = Pattern.compile("['\"\\\\]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s;(){}|&<>\\[\\]]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z_]*=[\\w.:/-]*");
    private static final Pattern FILE = Pattern.compile("/tmp/\\w[\\w.-]*");
    private static final Pattern WRITES = Pattern.compile("cat *>");
    private static final Pattern HANDLES_FILE = Pattern.compile("(?:chmod [0-7+x]+|rm -f|[<>]) */tmp/\\w[\\w.-]*");

    static HostCommand parse(String line) {
        String plain = NOTE.matcher(QUOTES.matcher(line).replaceAll("")).replaceAll("");
        String[] words = BETWEEN_WORDS.split(plain);
        String[] files = Stream.of(words)
                .filter(word -> FILE.matcher(word).matches())
                .distinct()
                .toArray(String[]::new);
        if (files.length > 1 || !Stream.of(words).allMatch(HostCommand::isKnown)) {
            return UNKNOWN;
        }
        if (files.length == 0) {
            return plain.isBlank() || plain.strip().equals("rm -f") ? new HostCommand(Kind.NONE, "") : UNKNOWN;
        }
        return new HostCommand(kindOf(plain), files[0]);
    }

    private static Kind kindOf(String plain) {
        if (WRITES.matcher(plain).find()) {
            return Kind.STDIN;
        }
        boolean runs = FILE.matcher(HANDLES_FILE.matcher(plain).replaceAll("")).find();
        return runs ? Kind.FILE : Kind.NONE;
    }

    private static boolean isKnown(String word) {
        return WORDS.contains(word)
                || NUMBER.matcher(word).matches()
                || VARIABLE.matcher(word).matches()
                || FILE.matcher(word).matches();
    }

    /** The line with the machine's paths made those of the real machine. */
    static String translate(String line, Path root) {
        return line.replaceAll("(?<![\\w.~/-])/tmp/", Matcher.quoteReplacement(root.resolve("tmp") + "/"));
    }
}
