package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Problems out of what Packer, or ours, says before a build. Packer writes {@code Error: summary}, an empty line and a
 * detail, which is one text or bullets under {@code 2 errors occurred:}, wrapped at 80 columns; after a bad template
 * expression, the text that has it. Ours writes {@code Error: problem}, an empty line and a cure, which belongs to it.
 */
final class Diagnostics {

    private static final Pattern HEAD = Pattern.compile("(Error|Warning): ?(.*)");
    private static final Pattern NO_PROBLEM_YET =
            Pattern.compile("|Failed to (prepare|initialize) build: .*|Failed to initialize build .*|Warning when .*");
    private static final Pattern BULLET = Pattern.compile("\\s*\\* (.*)");
    private static final Pattern COUNT = Pattern.compile("(.*?: )?\\d+ (errors?|error\\(s\\)) (occurred|decoding):");
    private static final Pattern EXCERPT = Pattern.compile("At line \\d+, column \\d+ .*");

    private final List<String> problems = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String kind = "error";
    private boolean excerpt;
    private boolean quote;
    private boolean whole;

    private Diagnostics() {}

    /** Each with {@code error: } or {@code warning: } in front, on one line. */
    static List<String> of(String text) {
        Diagnostics diagnostics = new Diagnostics();
        text.lines().forEach(diagnostics::line);
        diagnostics.flush();
        return diagnostics.problems;
    }

    private void line(String line) {
        Matcher head = HEAD.matcher(line);
        Matcher bullet = BULLET.matcher(line);
        if (head.matches()) {
            flush();
            quote = false;
            kind = head.group(1).equals("Error") ? "error" : "warning";
            whole = !NO_PROBLEM_YET.matcher(head.group(2)).matches();
            append(whole ? head.group(2) : "");
        } else if (whole) {
            append(line);
        } else if (bullet.matches()) {
            flush();
            quote = false;
            append(bullet.group(1));
        } else if (COUNT.matcher(line).matches() || line.isBlank()) {
            flush();
        } else {
            append(line);
        }
    }

    private void append(String line) {
        excerpt |= EXCERPT.matcher(line).matches();
        if (!excerpt) {
            current.append(current.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void flush() {
        String problem = current.toString().strip().replaceFirst("^Failed to parse template: ", "");
        if (!problem.isEmpty() && !quote) {
            problems.add(kind + ": " + problem);
        }
        quote = problem.isEmpty() ? quote : problem.endsWith(" in:") && !quote;
        current.setLength(0);
        excerpt = false;
    }
}
