package io.jenkins.plugins.packerbuild.engine.template.action;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Makes texts safe for other languages as Go does. */
final class GoEscapes {

    private GoEscapes() {}

    static String html(String text) {
        return each(text, GoEscapes::html);
    }

    private static String html(int point) {
        return switch (point) {
            case 0 -> "\uFFFD";
            case '"' -> "&#34;";
            case '\'' -> "&#39;";
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }

    static String javaScript(String text) {
        return each(text, GoEscapes::javaScript);
    }

    private static String javaScript(int point) {
        if (point == '\\' || point == '\'' || point == '"') {
            return "\\" + (char) point;
        }
        boolean unsafe = point < ' ' || "<>&=".indexOf(point) >= 0;
        boolean shown = point < 0x80 || GoQuotes.isPrintable(point);
        return unsafe || !shown ? String.format("\\u%04X", point) : Character.toString(point);
    }

    static String urlQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String each(String text, IntFunction<String> mapping) {
        StringBuilder output = new StringBuilder();
        text.codePoints().forEach(point -> output.append(mapping.apply(point)));
        return output.toString();
    }
}
