package io.jenkins.plugins.packerbuild.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a line of the build log is marked, and with what. Only lines of builders that are known are: what a machine prints
 * cannot make up a section.
 *
 * @param start where the line's own text begins, after a timestamp
 * @param prefixEnd where {@code [name]} ends
 * @param end where the line ends, before its line end
 * @param lineTag the opening tag around the line
 * @param prefixTag the opening tag around the prefix
 */
record MarkedLine(int start, int prefixEnd, int end, String lineTag, String prefixTag) {
    /** Closes both tags. */
    static final String CLOSING_TAG = "</span>";

    /** Core's own colours, which follow the theme. Red and yellow are left to errors and warnings. */
    private static final List<String> PALETTE =
            List.of("teal", "blue", "purple", "orange", "green", "pink", "indigo", "brown", "cyan");

    private static final int MOST_CHARACTERS_OF_A_NAME = 600;
    /** As in {@code [2026-11-25T01:10:18.123Z] } and {@code 01:10:18 }. */
    private static final Pattern TIMESTAMP = Pattern.compile("(\\[[0-9][0-9TZ:.+ -]{4,40}]|[0-9][0-9:.]{4,20}) +");

    /** Whether a line may be one of ours: all that is asked of most lines. */
    static boolean isPossible(String line) {
        return !line.isEmpty() && (line.charAt(0) == '[' || (line.charAt(0) >= '0' && line.charAt(0) <= '9'));
    }

    /**
     * Finds the builder that a line belongs to.
     *
     * @param names the known builders, with their numbers
     */
    static Optional<MarkedLine> of(String line, Map<String, Integer> names) {
        Matcher timestamp = TIMESTAMP.matcher(line);
        int start = timestamp.lookingAt() ? timestamp.end() : 0;
        Optional<MarkedLine> found = at(start, line, names);
        return found.isPresent() || start == 0 ? found : at(0, line, names);
    }

    /** A name may have brackets of its own, so each of them may be the last one. */
    private static Optional<MarkedLine> at(int start, String line, Map<String, Integer> names) {
        if (start >= line.length() || line.charAt(start) != '[') {
            return Optional.empty();
        }
        int last = Math.min(line.length(), start + MOST_CHARACTERS_OF_A_NAME);
        for (int close = line.indexOf(']', start); close >= 0 && close < last; close = line.indexOf(']', close + 1)) {
            String name = line.substring(start + 1, close);
            Integer number = names.get(name);
            if (number != null) {
                return Optional.of(marked(line, start, close + 1, name, number));
            }
        }
        return Optional.empty();
    }

    private static MarkedLine marked(String line, int start, int prefixEnd, String name, int number) {
        int end = line.length();
        while (end > prefixEnd && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return new MarkedLine(
                start,
                prefixEnd,
                end,
                "<span class=\"pkr-line pkr-b" + number + "\" data-pkr=\"" + escaped(name) + "\">",
                "<span class=\"jenkins-!-color-" + PALETTE.get(number % PALETTE.size()) + "\">");
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
