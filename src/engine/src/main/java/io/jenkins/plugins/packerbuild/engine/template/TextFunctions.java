package io.jenkins.plugins.packerbuild.engine.template;

import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.NUMBER;
import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.TEXT;

import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import io.jenkins.plugins.packerbuild.engine.template.action.TextFunction;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** Those of Packer's functions that make texts of texts, and nothing else. */
final class TextFunctions {

    /** Longer texts are refused. */
    private static final int LONGEST = 16 * 1024 * 1024;

    /** By name. */
    static final Map<String, TextFunction> ALL = Map.of(
            "upper", TextFunction.of((values, data) -> each(values, Character::toUpperCase), TEXT),
            "lower", TextFunction.of((values, data) -> each(values, Character::toLowerCase), TEXT),
            "split", TextFunction.of(TextFunctions::split, TEXT, TEXT, NUMBER),
            "replace",
                    TextFunction.of(
                            (values, data) -> replace(text(values, 3), values, (Long) values.get(2)),
                            TEXT,
                            TEXT,
                            NUMBER,
                            TEXT),
            "replace_all", TextFunction.of((values, data) -> replace(text(values, 2), values, -1), TEXT, TEXT, TEXT));

    private TextFunctions() {}

    private static String text(List<Object> values, int index) {
        return (String) values.get(index);
    }

    /** Go maps one character to one character: a German sharp s has no capital. */
    private static Object each(List<Object> values, IntUnaryOperator mapping) {
        return text(values, 0)
                .codePoints()
                .map(mapping)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Object split(List<Object> values, ActionData data) {
        String[] parts = parts(text(values, 0), text(values, 1));
        long index = (Long) values.get(2);
        if (index < 0) {
            throw ActionException.of("runtime error: index out of range [" + index + "]", "Count from 0.");
        }
        if (index >= parts.length) {
            throw ActionException.of(
                    "the substring " + index + " was unavailable using the separator value, " + text(values, 1)
                            + ", only " + parts.length + " values were found",
                    "Count from 0.");
        }
        return parts[(int) index];
    }

    private static String[] parts(String text, String separator) {
        if (!separator.isEmpty()) {
            return text.split(Pattern.quote(separator), -1);
        }
        return text.codePoints().mapToObj(Character::toString).toArray(String[]::new);
    }

    /** At most so many replacements, counted from the left; negative is all of them. An empty text is between all. */
    private static Object replace(String source, List<Object> values, long most) {
        String old = text(values, 0);
        String replacement = text(values, 1);
        StringBuilder output = new StringBuilder();
        int copied = 0;
        int from = 0;
        for (long count = 0; count != most; count++) {
            int found = source.indexOf(old, from);
            if (found < 0) {
                break;
            }
            output.append(source, copied, found).append(replacement);
            copied = found + old.length();
            requireShort(output.length());
            if (copied >= source.length() && (!old.isEmpty() || from >= source.length())) {
                break;
            }
            from = old.isEmpty() ? source.offsetByCodePoints(found, found < source.length() ? 1 : 0) : copied;
        }
        return output.append(source, copied, source.length()).toString();
    }

    private static void requireShort(int length) {
        if (length > LONGEST) {
            throw ActionException.of("the rendered text is longer than 16 MiB", "Shorten the variables in it.");
        }
    }
}
