package io.jenkins.plugins.packerbuild.engine.template;

import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of Go's printf that templates use: {@code %s %v %q %d %x %t %%} with width and flags. */
final class GoPrintf {

    private static final Pattern VERB = Pattern.compile("%(?<flags>[-+ 0#]*)(?<width>\\d{1,4})?(?<verb>.|$)");

    private GoPrintf() {}

    /** The first argument is the format. */
    static String format(Arguments arguments) {
        String format = arguments.between(1, Integer.MAX_VALUE).text(0);
        Iterator<Object> values =
                arguments.values().subList(1, arguments.values().size()).iterator();
        Matcher matcher = VERB.matcher(format);
        StringBuilder output = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            output.append(format, end, matcher.start()).append(verb(matcher, values));
            end = matcher.end();
        }
        if (values.hasNext()) {
            throw Complaint.rendering("printf has more values than its format '" + format + "' takes", null);
        }
        return output.append(format.substring(end)).toString();
    }

    private static String verb(Matcher matcher, Iterator<Object> values) {
        String verb = matcher.group("verb");
        if (verb.equals("%")) {
            return "%";
        }
        if (!values.hasNext()) {
            throw Complaint.rendering("printf lacks a value for " + matcher.group(), "Add it.");
        }
        return padded(matcher, content(matcher, values.next()));
    }

    private static String content(Matcher matcher, Object value) {
        String verb = matcher.group("verb");
        if (verb.equals("v")) {
            return BuiltinFunctions.print(value);
        }
        String content = null;
        if (value instanceof String text) {
            content = ofText(verb, text);
        } else if (value instanceof Long number) {
            content = ofNumber(verb, matcher.group("flags"), number);
        } else if (value instanceof Boolean && verb.equals("t")) {
            content = value.toString();
        }
        if (content == null) {
            throw Complaint.rendering(
                    "printf cannot print '" + BuiltinFunctions.print(value) + "' by " + matcher.group(),
                    "Use %s for texts, %d for numbers, %v for anything.");
        }
        return content;
    }

    /** Null for a verb that is not for texts. */
    private static @Nullable String ofText(String verb, String text) {
        return switch (verb) {
            case "s" -> text;
            case "q" -> GoQuotes.quote(text);
            default -> null;
        };
    }

    /** Null for a verb that is not for numbers. */
    private static @Nullable String ofNumber(String verb, String flags, long number) {
        return switch (verb) {
            case "d" -> (flags.contains("+") && number >= 0 ? "+" : "") + number;
            case "x" -> (flags.contains("#") ? "0x" : "") + Long.toString(number, 16);
            default -> null;
        };
    }

    private static String padded(Matcher matcher, String content) {
        int width = matcher.group("width") == null ? 0 : Integer.parseInt(matcher.group("width"));
        int missing = Math.max(0, width - content.codePointCount(0, content.length()));
        if (matcher.group("flags").contains("-")) {
            return content + " ".repeat(missing);
        }
        boolean zeros = matcher.group("flags").contains("0");
        boolean signed = zeros && (content.startsWith("-") || content.startsWith("+"));
        String sign = signed ? content.substring(0, 1) : "";
        return sign + (zeros ? "0" : " ").repeat(missing) + content.substring(sign.length());
    }
}
