package io.jenkins.plugins.packerbuild.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text of an agent, made fit for a build log: no control character but the tab, no escape sequence but colours, no line and
 * no block without end.
 */
final class CleanText {

    static final int MOST_NAME_CHARS = 200;
    static final int MOST_LINE_CHARS = 64 << 10;
    private static final int MOST_LINES = 10_000;

    private static final char ESCAPE = 0x1b;
    private static final char BELL = 7;

    private CleanText() {}

    /**
     * The lines of a block. Each is masked as a whole before it may be cut, so that no secret is cut in two.
     *
     * @param mask takes secrets out of a line
     */
    static List<String> lines(String block, UnaryOperator<String> mask) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start <= block.length()) {
            if (lines.size() == MOST_LINES) {
                lines.add("[" + (block.length() - start) + " more characters of this block are not shown]");
                break;
            }
            int end = block.indexOf('\n', start);
            end = end < 0 ? block.length() : end;
            lines.add(cut(mask.apply(clean(block.substring(start, end)))));
            start = end + 1;
        }
        return lines;
    }

    /** The lines of a block as one masked text again. */
    static String block(String text, UnaryOperator<String> mask) {
        return String.join("\n", lines(text, mask));
    }

    /** A name as a key and as it is shown: one line, without escape sequences. */
    static String name(String raw) {
        String line = raw.length() > 4 * MOST_NAME_CHARS ? raw.substring(0, 4 * MOST_NAME_CHARS) : raw;
        String plain = line.chars()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clamp(plain, MOST_NAME_CHARS);
    }

    /** The beginning of a text. */
    static String clamp(String text, int mostChars) {
        if (text.length() <= mostChars) {
            return text;
        }
        boolean cutsInTwo = mostChars > 0 && Character.isHighSurrogate(text.charAt(mostChars - 1));
        int end = cutsInTwo ? mostChars - 1 : mostChars;
        return text.substring(0, end);
    }

    private static String cut(String line) {
        return line.length() <= MOST_LINE_CHARS
                ? line
                : clamp(line, MOST_LINE_CHARS) + " [" + (line.length() - MOST_LINE_CHARS)
                        + " more characters of this line are not shown]";
    }

    /** One line without what could confuse a terminal or a browser. */
    static String clean(String line) {
        if (line.chars().noneMatch(Character::isISOControl)) {
            return line;
        }
        StringBuilder clean = new StringBuilder(line.length());
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ESCAPE) {
                int end = escapeEnd(line, at);
                if (isColour(line, at, end)) {
                    clean.append(line, at, end);
                }
                at = end;
            } else {
                if (c == '\t' || !Character.isISOControl(c)) {
                    clean.append(c);
                }
                at++;
            }
        }
        return clean.toString();
    }

    /** Behind the escape sequence that begins here. */
    private static int escapeEnd(String line, int start) {
        if (start + 1 >= line.length()) {
            return line.length();
        }
        char kind = line.charAt(start + 1);
        if (kind == '[') {
            return behindFinal(line, start + 2);
        }
        return "]PX^_".indexOf(kind) >= 0 ? behindTerminator(line, start + 2) : behindFinal(line, start + 1);
    }

    /** Parameters and intermediates, then one final character. */
    private static int behindFinal(String line, int start) {
        int at = start;
        while (at < line.length() && line.charAt(at) >= 0x20 && line.charAt(at) < 0x40) {
            at++;
        }
        return Math.min(line.length(), at + 1);
    }

    private static int behindTerminator(String line, int start) {
        for (int at = start; at < line.length(); at++) {
            if (line.charAt(at) == BELL) {
                return at + 1;
            }
            if (line.charAt(at) == ESCAPE) {
                return Math.min(line.length(), at + 2);
            }
        }
        return line.length();
    }

    /** Concealed text is no colour: a console note of Jenkins begins with it. */
    private static boolean isColour(String line, int start, int end) {
        String sequence = line.substring(start, end);
        return sequence.matches("\\x1b\\[[0-9;]*m")
                && Arrays.stream(sequence.substring(2, sequence.length() - 1).split(";"))
                        .noneMatch(parameter -> parameter.matches("0*8"));
    }
}
