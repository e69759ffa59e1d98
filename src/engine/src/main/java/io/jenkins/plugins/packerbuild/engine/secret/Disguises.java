package io.jenkins.plugins.packerbuild.engine.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All the forms in which a secret value may show up in a text. */
final class Disguises {

    /** A piece of Base64 this short shows up by chance. */
    private static final int SHORTEST_BASE64 = 6;

    /** A line of a secret this short is a brace, not a secret. */
    private static final int SHORTEST_LINE = 6;

    /** Line lengths of {@code base64} and of PEM. */
    private static final List<Integer> BASE64_LINES = List.of(64, 76);

    private static final String URL_UNRESERVED = "-._~";

    /** What stays as it is in the URL encodings of: RFC 3986, forms, JavaScript, Go's paths. */
    private static final List<String> URL_SAFE =
            List.of(URL_UNRESERVED, "-._*", URL_UNRESERVED + "!*'()", URL_UNRESERVED + "$&+=:@", URL_UNRESERVED + "/");

    private static final String SHELL_SAFE = "_@%+=:,./-";

    private Disguises() {}

    /** Every form of the value: itself first. */
    static Set<Pattern> of(String value) {
        Set<Pattern> patterns = new LinkedHashSet<>();
        plain(value, patterns);
        if (!value.strip().equals(value) && !value.isBlank()) {
            plain(value.strip(), patterns);
        }
        lines(value, patterns);
        return patterns;
    }

    private static void plain(String value, Set<Pattern> patterns) {
        patterns.add(Pattern.of(value));
        shell(value).forEach(form -> patterns.add(Pattern.of(form)));
        json(value).forEach(form -> patterns.add(Pattern.of(form)));
        for (String safe : URL_SAFE) {
            String encoded = url(value, safe);
            for (String form : List.of(encoded, encoded.replace("%20", "+"))) {
                patterns.add(Pattern.of(form));
                patterns.add(Pattern.of(lowerHex(form)));
            }
        }
        base64(value.getBytes(StandardCharsets.UTF_8), patterns);
    }

    /** A key that is printed line by line; the lines that only say what it is are no secret. */
    private static void lines(String value, Set<Pattern> patterns) {
        if (value.strip().indexOf('\n') < 0) {
            return;
        }
        for (String line : value.lines().map(String::strip).toList()) {
            if (line.length() >= SHORTEST_LINE && !line.startsWith("-----")) {
                plain(line, patterns);
            }
        }
    }

    private static List<String> shell(String value) {
        StringBuilder unquoted = new StringBuilder();
        value.chars().forEach(c -> {
            boolean safe = c > 127 || Character.isLetterOrDigit(c) || SHELL_SAFE.indexOf(c) >= 0;
            unquoted.append(safe ? "" : "\\").append((char) c);
        });
        return List.of(
                value.replace("'", "'\"'\"'"),
                value.replace("'", "'\\''"),
                value.replaceAll("[\\\\$`\"]", "\\\\$0"),
                value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n"),
                unquoted.toString());
    }

    private static List<String> json(String value) {
        String escaped = jsonEscaped(value);
        String html = escaped.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        String ascii = asciiOnly(html);
        return List.of(
                escaped,
                escaped.replace("/", "\\/"),
                html,
                ascii,
                asciiOnly(escaped),
                escaped.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static String jsonEscaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return text.toString();
    }

    private static String asciiOnly(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> text.append(c > 126 ? String.format("\\u%04x", c) : String.valueOf((char) c)));
        return text.toString();
    }

    private static String url(String value, String safe) {
        StringBuilder text = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || safe.indexOf(b) >= 0);
            text.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return text.toString();
    }

    private static String lowerHex(String urlEncoded) {
        StringBuilder text = new StringBuilder(urlEncoded);
        for (int i = text.indexOf("%"); i >= 0; i = text.indexOf("%", i + 1)) {
            text.replace(i, i + 3, text.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static void base64(byte[] bytes, Set<Pattern> patterns) {
        String whole = Base64.getEncoder().encodeToString(bytes);
        for (int length : BASE64_LINES) {
            for (int start = 0; whole.length() > length && start < whole.length(); start += length) {
                addBase64(whole.substring(start, Math.min(whole.length(), start + length)), 0, 0, patterns);
            }
        }
        for (int offset = 0; offset < 3; offset++) {
            shiftedBase64(bytes, offset, patterns);
        }
        addBase64(whole, 0, 0, patterns);
    }

    /** The characters that depend on the value alone; those at both ends that it shares with its neighbours go along. */
    private static void shiftedBase64(byte[] bytes, int offset, Set<Pattern> patterns) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (offset * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        int before = offset == 0 ? 0 : 1;
        int after = shifted.length % 3 == 0 ? 0 : 1;
        if (end > first) {
            addBase64(encoded.substring(first, end), before, after, patterns);
        }
    }

    private static void addBase64(String text, int before, int after, Set<Pattern> patterns) {
        if (text.length() >= SHORTEST_BASE64) {
            patterns.add(new Pattern(text, before, after));
            patterns.add(new Pattern(text.replace('+', '-').replace('/', '_'), before, after));
        }
    }
}
