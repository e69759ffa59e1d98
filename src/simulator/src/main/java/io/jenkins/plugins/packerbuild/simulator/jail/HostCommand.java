package io.jenkins.plugins.packerbuild.simulator.jail;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command line would do on the real machine, as far as its shape tells: the shapes are those that Packer and
 * packer-build send for a shell provisioner.
 *
 * @param kind whether the line runs a script, and where that comes from
 * @param file the machine's path of the script, empty if there is none
 */
record HostCommand(Kind kind, String file) {

    /** Where the script of a command line comes from. */
    enum Kind {
        NONE,
        FILE,
        STDIN,
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String FILE = "(/tmp/[\\w.-]+)";
    private static final String QUOTED = "'[^']*(?:'\"'\"'[^']*)*'";
    private static final String VARS = "(?:\\w+=" + QUOTED + " +)*";

    private static final Pattern HARMLESS =
            Pattern.compile("(?:chmod (?:0?[0-7]{3}|\\+x) " + FILE + "|rm -f ?(?:" + FILE + ")?)\\s*");
    private static final Pattern RUNS_FILE = Pattern.compile("chmod \\+x " + FILE + "; *" + VARS + "\\1\\s*");

    /** One channel per script: what comes on the standard input is written to a file, run and removed. */
    private static final Pattern RUNS_STDIN =
            Pattern.compile("(?:[\\w./-]*setsid -w |exec )?(?:/bin/)?sh -c .*cat ?> ?" + FILE + ".*", Pattern.DOTALL);

    static HostCommand parse(String line) {
        if (HARMLESS.matcher(line).matches()) {
            return new HostCommand(Kind.NONE, "");
        }
        Matcher runsFile = RUNS_FILE.matcher(line);
        if (runsFile.matches()) {
            return new HostCommand(Kind.FILE, runsFile.group(1));
        }
        Matcher runsStdin = RUNS_STDIN.matcher(line);
        if (runsStdin.matches()) {
            return new HostCommand(Kind.STDIN, runsStdin.group(1));
        }
        return new HostCommand(Kind.UNKNOWN, "");
    }

    /** The line with the machine's paths made those of the real machine. */
    static String translate(String line, Path root) {
        return line.replaceAll("(?<![\\w.~/-])/tmp/", Matcher.quoteReplacement(root.resolve("tmp") + "/"));
    }
}
