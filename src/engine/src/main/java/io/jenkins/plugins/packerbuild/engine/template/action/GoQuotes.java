package io.jenkins.plugins.packerbuild.engine.template.action;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's literals in double and single quotes, and its way to show a text in quotes. */
public final class GoQuotes {

    private static final Pattern PIECE = Pattern.compile("[^\\\\]+"
            + "|\\\\(?:(?<simple>[abfnrtv\\\\\"'])|x(?<hex>[0-9a-fA-F]{2})|(?<octal>[0-3][0-7]{2})"
            + "|u(?<short>[0-9a-fA-F]{4})|U(?<long>[0-9a-fA-F]{8}))");
    private static final String SIMPLE = "abfnrtv\\\"'";
    private static final String MEANING = "\u0007\b\f\n\r\t\u000B\\\"'";

    private GoQuotes() {}

    /** The text of a literal in quotes or backquotes. */
    static String unquote(String literal) {
        String inner = literal.substring(1, literal.length() - 1);
        if (literal.charAt(0) == '`') {
            return inner.replace("\r", "");
        }
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = PIECE.matcher(inner);
        int end = 0;
        while (end < inner.length()) {
            if (!matcher.find(end) || matcher.start() != end || matcher.group().equals("\\'")) {
                throw invalid(literal);
            }
            bytes.writeBytes(decode(matcher, literal));
            end = matcher.end();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The number of the one character in single quotes. */
    static int character(String literal) {
        String inner = literal.substring(1, literal.length() - 1);
        if (inner.isEmpty() || inner.equals("\\\"")) {
            throw invalid(literal);
        }
        if (inner.indexOf('\\') < 0) {
            return only(inner, literal);
        }
        Matcher matcher = PIECE.matcher(inner);
        if (!matcher.matches()) {
            throw inner.startsWith("\\") && !matcher.lookingAt() ? invalid(literal) : malformed(literal);
        }
        String number = matcher.group("hex") == null ? matcher.group("octal") : matcher.group("hex");
        return number == null
                ? only(new String(decode(matcher, literal), StandardCharsets.UTF_8), literal)
                : Integer.parseInt(number, matcher.group("hex") == null ? 8 : 16);
    }

    private static int only(String inner, String literal) {
        if (inner.codePointCount(0, inner.length()) != 1) {
            throw malformed(literal);
        }
        return inner.codePointAt(0);
    }

    private static ActionException malformed(String literal) {
        return ActionException.of("malformed character constant: " + literal, "Write texts in backquotes: `text`.");
    }

    private static ActionException invalid(String literal) {
        return ActionException.of(
                "invalid syntax: " + literal + " has an escape that Go does not know, or nothing in it",
                "Write \\\\ for a backslash, or use backquotes.");
    }

    private static byte[] decode(Matcher piece, String literal) {
        if (piece.group("simple") != null) {
            char meaning = MEANING.charAt(SIMPLE.indexOf(piece.group("simple")));
            return String.valueOf(meaning).getBytes(StandardCharsets.UTF_8);
        }
        if (piece.group("hex") != null) {
            return new byte[] {(byte) Integer.parseInt(piece.group("hex"), 16)};
        }
        if (piece.group("octal") != null) {
            return new byte[] {(byte) Integer.parseInt(piece.group("octal"), 8)};
        }
        String code = piece.group("short") == null ? piece.group("long") : piece.group("short");
        return (code == null ? piece.group() : ofCode(code, literal)).getBytes(StandardCharsets.UTF_8);
    }

    private static String ofCode(String code, String literal) {
        long point = Long.parseLong(code, 16);
        if (point > Character.MAX_CODE_POINT
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw invalid(literal);
        }
        return Character.toString((int) point);
    }

    /** The text in double quotes. */
    public static String quote(String text) {
        return quote(text, '"', false);
    }

    /**
     * The text in quotes.
     *
     * @param mark the quote
     * @param ascii whether what is not ASCII is escaped
     */
    static String quote(String text, char mark, boolean ascii) {
        StringBuilder quoted = new StringBuilder().append(mark);
        text.codePoints().forEach(point -> quoted.append(escaped(point, mark, ascii)));
        return quoted.append(mark).toString();
    }

    private static String escaped(int point, char mark, boolean ascii) {
        int simple = MEANING.indexOf(point);
        boolean otherMark = (point == '"' || point == '\'') && point != mark;
        if (simple >= 0 && !otherMark) {
            return "\\" + SIMPLE.charAt(simple);
        }
        if (point < ' ' || point == 0x7F) {
            return String.format("\\x%02x", point);
        }
        if (isPrintable(point) && (!ascii || point < 0x80)) {
            return Character.toString(point);
        }
        return String.format(point > 0xFFFF ? "\\U%08x" : "\\u%04x", point);
    }

    /** Whether Go prints it as it is. */
    static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    /** As in {@code U+0022 '"'}. */
    static String unicode(int point) {
        return String.format("U+%04X", point) + (isPrintable(point) ? " '" + Character.toString(point) + "'" : "");
    }
}
