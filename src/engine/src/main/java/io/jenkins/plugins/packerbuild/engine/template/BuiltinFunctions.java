package io.jenkins.plugins.packerbuild.engine.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The functions that Go's text/template has by itself. */
final class BuiltinFunctions {

    /** By name. */
    static final Map<String, TextFunction> ALL = Map.ofEntries(
            Map.entry("and", (evaluation, arguments) -> firstThat(false, arguments)),
            Map.entry("or", (evaluation, arguments) -> firstThat(true, arguments)),
            Map.entry(
                    "not",
                    (evaluation, arguments) ->
                            !TextNode.isTrue(arguments.exactly(1).values().get(0))),
            Map.entry("eq", (evaluation, arguments) -> equal(arguments)),
            Map.entry("ne", (evaluation, arguments) -> !equal(arguments.exactly(2))),
            Map.entry("lt", (evaluation, arguments) -> ordered(arguments, order -> order < 0)),
            Map.entry("le", (evaluation, arguments) -> ordered(arguments, order -> order <= 0)),
            Map.entry("gt", (evaluation, arguments) -> ordered(arguments, order -> order > 0)),
            Map.entry("ge", (evaluation, arguments) -> ordered(arguments, order -> order >= 0)),
            Map.entry("len", (evaluation, arguments) -> length(arguments)),
            Map.entry("index", (evaluation, arguments) -> index(arguments)),
            Map.entry("print", (evaluation, arguments) -> printAll(arguments.values())),
            Map.entry("printf", (evaluation, arguments) -> GoPrintf.format(arguments)));

    private BuiltinFunctions() {}

    /** As an action prints a value. */
    static String print(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), print(entry)));
            return sorted.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        return value.toString();
    }

    /** With a blank between two values when neither is a text. */
    private static String printAll(List<Object> values) {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            boolean blank = i > 0 && !(values.get(i) instanceof String) && !(values.get(i - 1) instanceof String);
            output.append(blank ? " " : "").append(print(values.get(i)));
        }
        return output.toString();
    }

    private static Object firstThat(boolean truth, Arguments arguments) {
        List<Object> values = arguments.between(1, Integer.MAX_VALUE).values();
        return values.stream()
                .filter(value -> TextNode.isTrue(value) == truth)
                .findFirst()
                .orElse(values.get(values.size() - 1));
    }

    private static boolean equal(Arguments arguments) {
        List<Object> values = arguments.between(2, Integer.MAX_VALUE).values();
        Object first = values.get(0);
        for (Object other : values.subList(1, values.size())) {
            requireSameKind(arguments.function(), first, other);
            if (first.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ordered(Arguments arguments, IntPredicate wanted) {
        Object first = arguments.exactly(2).values().get(0);
        Object second = arguments.values().get(1);
        requireSameKind(arguments.function(), first, second);
        if (first instanceof Long number) {
            return wanted.test(number.compareTo((Long) second));
        }
        return wanted.test(arguments.text(0).compareTo(arguments.text(1)));
    }

    private static void requireSameKind(String function, Object first, Object second) {
        if (first instanceof Map || first == Expression.NO_VALUE || first.getClass() != second.getClass()) {
            throw Complaint.rendering(
                    function + " has incompatible types for comparison: '" + print(first) + "' and '" + print(second)
                            + "'",
                    "Compare texts with texts and numbers with numbers.");
        }
    }

    private static Object length(Arguments arguments) {
        Object value = arguments.exactly(1).values().get(0);
        if (value instanceof Map<?, ?> map) {
            return (long) map.size();
        }
        return (long) arguments.text(0).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Object index(Arguments arguments) {
        Object value = arguments.between(2, Integer.MAX_VALUE).values().get(0);
        for (int i = 1; i < arguments.values().size(); i++) {
            value = entry(value, arguments, i);
        }
        return value;
    }

    private static Object entry(Object value, Arguments arguments, int i) {
        if (value instanceof Map<?, ?> map) {
            Object entry = map.get(arguments.text(i));
            return entry == null ? "" : entry;
        }
        byte[] bytes = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
        long index = arguments.number(i);
        if (index < 0 || index >= bytes.length) {
            throw Complaint.rendering("index out of range: " + index + " in '" + print(value) + "'", "Count from 0.");
        }
        return (long) (bytes[(int) index] & 0xFF);
    }
}
