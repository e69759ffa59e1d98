package io.jenkins.plugins.packerbuild.engine.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's double-quoted literals. */
final class GoQuotes {

    private static final Pattern PIECE = Pattern.compile("[^\\\\]+"
            + "|\\\\(?:(?<simple>[abfnrtv\\\\\"])|x(?<hex>[0-9a-fA-F]{2})|(?<octal>[0-3][0-7]{2})"
            + "|u(?<short>[0-9a-fA-F]{4})|U(?<long>[0-9a-fA-F]{8}))");
    private static final String SIMPLE = "abfnrtv\\\"";
    private static final String MEANING = "\u0007\b\f\n\r\t\u000B\\\"";

    private GoQuotes() {}

    /** The text between the quotes, decoded. */
    static String unquote(String inner) {
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = PIECE.matcher(inner);
        int end = 0;
        while (end < inner.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw Complaint.rendering(
                        "a double-quoted text has an escape that Go does not know: \"" + inner + "\"",
                        "Write \\\\ for a backslash, or use backquotes.");
            }
            bytes.writeBytes(decode(matcher));
            end = matcher.end();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] decode(Matcher piece) {
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
        return (code == null ? piece.group() : character(code)).getBytes(StandardCharsets.UTF_8);
    }

    private static String character(String code) {
        long point = Long.parseLong(code, 16);
        if (point > Character.MAX_CODE_POINT
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw Complaint.rendering("\\u" + code + " is no character", "Write another one.");
        }
        return Character.toString((int) point);
    }

    /** The text in double quotes, as {@code %q} prints it. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            int simple = MEANING.indexOf(point);
            if (simple >= 0) {
                quoted.append('\\').append(SIMPLE.charAt(simple));
            } else if (point < ' ' || point == 0x7F) {
                quoted.append(String.format("\\x%02x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
