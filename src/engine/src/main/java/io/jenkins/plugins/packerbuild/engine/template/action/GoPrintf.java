package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Go's printf and its sisters. A verb that does not fit its value is no failure: what is wrong is printed in its place,
 * {@code %!d(string=a)}, as Go does. One use.
 */
final class GoPrintf {

    private final String format;
    private final List<Object> values;
    private final StringBuilder output = new StringBuilder();
    private int position;
    private int argument;
    private boolean reordered;

    GoPrintf(String format, List<Object> values) {
        this.format = format;
        this.values = values;
    }

    /** With a blank between two values when neither is a text. */
    static String print(List<Object> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            boolean blank = i > 0 && !(values.get(i) instanceof String) && !(values.get(i - 1) instanceof String);
            line.append(blank ? " " : "").append(plain(values.get(i)));
            Rendering.requireShort(line.length());
        }
        return line.toString();
    }

    /** With blanks between all of them, and an end of line. */
    static String printLine(List<Object> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(i > 0 ? " " : "").append(plain(values.get(i)));
            Rendering.requireShort(line.length());
        }
        return line.append('\n').toString();
    }

    /** One value. */
    static String plain(Object value) {
        return value instanceof String text ? text : show(new GoVerb('v'), value);
    }

    private static String show(GoVerb verb, Object value) {
        if (value instanceof Map<?, ?> map && verb.verb() != 'T') {
            StringBuilder shown = new StringBuilder("map[");
            new TreeMap<Object, Object>(map)
                    .forEach((key, entry) -> shown.append(shown.length() > 4 ? " " : "")
                            .append(show(verb, key))
                            .append(':')
                            .append(show(verb, GoValues.of(entry))));
            return shown.append(']').toString();
        }
        if (value instanceof List<?> list && verb.verb() != 'T') {
            return "["
                    + String.join(
                            " ",
                            list.stream()
                                    .map(item -> show(verb, GoValues.of(item)))
                                    .toList())
                    + "]";
        }
        return verb.show(value);
    }

    String format() {
        while (position < format.length()) {
            int percent = format.indexOf('%', position);
            int end = percent < 0 ? format.length() : percent;
            output.append(format, position, end);
            position = end + 1;
            if (percent >= 0) {
                directive();
            }
            Rendering.requireShort(output.length());
        }
        if (!reordered && argument < values.size()) {
            extra();
        }
        return output.toString();
    }

    private void extra() {
        List<String> rest = values.subList(argument, values.size()).stream()
                .map(value -> value == Nil.NIL ? "<nil>" : GoValues.type(value) + "=" + plain(value))
                .toList();
        output.append("%!(EXTRA ").append(String.join(", ", rest)).append(')');
    }

    /** Behind its percent sign. */
    private void directive() {
        GoVerb.Flags flags = flags();
        boolean good = argumentNumber();
        flags = width(flags);
        if (peek() == '.') {
            position++;
            good &= argumentNumber();
            flags = precision(flags);
        }
        good &= argumentNumber();
        if (position >= format.length()) {
            output.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(position);
        position += Character.charCount(verb);
        output.append(directive(verb, flags, good));
    }

    private String directive(int verb, GoVerb.Flags flags, boolean good) {
        String shown = "%!" + Character.toString(verb);
        if (verb == '%') {
            return "%";
        }
        if (!good) {
            return shown + "(BADINDEX)";
        }
        if (argument >= values.size()) {
            return shown + "(MISSING)";
        }
        return show(new GoVerb(verb, flags), values.get(argument++));
    }

    private GoVerb.Flags flags() {
        int begin = position;
        while ("#0+- ".indexOf(peek()) >= 0) {
            position++;
        }
        return GoVerb.Flags.of(format.substring(begin, position));
    }

    /** The next character; a letter that means nothing at the end. */
    private char peek() {
        return position < format.length() ? format.charAt(position) : '\0';
    }

    /** Takes {@code [2]}, and says whether that was right; it is, when nothing stands there. */
    private boolean argumentNumber() {
        if (peek() != '[') {
            return true;
        }
        reordered = true;
        int close = format.indexOf(']', position);
        String number = close < 0 ? "" : format.substring(position + 1, close);
        position = close < 0 ? position + 1 : close + 1;
        if (!number.matches("[0-9]{1,6}")) {
            return false;
        }
        int index = Integer.parseInt(number);
        boolean there = index >= 1 && index <= values.size();
        argument = there ? index - 1 : argument;
        return there;
    }

    private GoVerb.Flags width(GoVerb.Flags flags) {
        if (peek() != '*') {
            int number = number();
            return number < 0 ? flags : flags.withWidth(number);
        }
        position++;
        Object given = argument < values.size() ? values.get(argument++) : Nil.NIL;
        if (!(given instanceof Long number) || Math.abs(number) > GoVerb.LARGEST) {
            output.append("%!(BADWIDTH)");
            return flags;
        }
        return number < 0 ? flags.leftBound().withWidth((int) -number) : flags.withWidth((int) (long) number);
    }

    private GoVerb.Flags precision(GoVerb.Flags flags) {
        if (peek() != '*') {
            return flags.withPrecision(Math.max(0, number()));
        }
        position++;
        Object given = argument < values.size() ? values.get(argument++) : Nil.NIL;
        if (given instanceof Long number && number < 0) {
            return flags;
        }
        if (!(given instanceof Long number) || number > GoVerb.LARGEST) {
            output.append("%!(BADPREC)");
            return flags;
        }
        return flags.withPrecision((int) (long) number);
    }

    /** -1 when none stands there, or one that is too large. */
    private int number() {
        int begin = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        String digits = format.substring(begin, position);
        boolean sensible = !digits.isEmpty() && digits.length() <= 7 && Integer.parseInt(digits) <= GoVerb.LARGEST;
        return sensible ? Integer.parseInt(digits) : -1;
    }
}
