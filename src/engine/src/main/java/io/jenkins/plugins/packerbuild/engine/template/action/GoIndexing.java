package io.jenkins.plugins.packerbuild.engine.template.action;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Takes pieces of values as Go's templates do. Places in texts count bytes. */
final class GoIndexing {

    private GoIndexing() {}

    /** The piece at a place, and in that the piece at the next one. */
    static Object index(List<Object> values, ActionData data) {
        Object value = values.get(0);
        if (value == Nil.NIL) {
            throw ActionException.of("index of untyped nil", "Give it a text, or data that are there.");
        }
        for (Object place : values.subList(1, values.size())) {
            value = piece(value, place, data);
        }
        return value;
    }

    private static Object piece(Object value, Object place, ActionData data) {
        if (value instanceof Map<?, ?> map) {
            return entry(map, place, data);
        }
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new UnsignedByte(bytes[inside(place, bytes.length - 1)] & 0xFF);
        }
        if (value instanceof List<?> list) {
            return GoValues.of(list.get(inside(place, list.size() - 1)));
        }
        throw ActionException.of(
                "can't index item of type " + GoValues.type(value), "Only texts, lists and maps have pieces.");
    }

    /** A missing one is an empty text in a map of texts. */
    private static Object entry(Map<?, ?> map, Object key, ActionData data) {
        if (!(key instanceof String)) {
            throw ActionException.of(
                    "value has type " + GoValues.type(key) + "; should be string", "Write the name in backquotes.");
        }
        Object entry = map.get(key);
        return entry == null && map != data.values() ? "" : GoValues.of(entry);
    }

    /** The piece between two places. */
    static Object slice(List<Object> values) {
        Object value = values.get(0);
        int places = values.size() - 1;
        if (value == Nil.NIL) {
            throw ActionException.of("slice of untyped nil", "Give it a text, or data that are there.");
        }
        if (places > 3) {
            throw ActionException.of("too many slice indexes: " + places, "Write begin and end.");
        }
        if (value instanceof String text) {
            if (places == 3) {
                throw ActionException.of("cannot 3-index slice a string", "Write begin and end.");
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int[] range = range(values, bytes.length);
            return new String(Arrays.copyOfRange(bytes, range[0], range[1]), StandardCharsets.UTF_8);
        }
        if (value instanceof List<?> list) {
            int[] range = range(values, list.size());
            return List.copyOf(list.subList(range[0], range[1]));
        }
        throw ActionException.of(
                "can't slice item of type " + GoValues.type(value), "Only texts and lists can be sliced.");
    }

    private static int[] range(List<Object> values, int length) {
        int begin = values.size() > 1 ? inside(values.get(1), length) : 0;
        int end = values.size() > 2 ? inside(values.get(2), length) : length;
        if (begin > end) {
            throw ActionException.of("invalid slice index: " + begin + " > " + end, "Write the begin before the end.");
        }
        return new int[] {begin, end};
    }

    private static int inside(Object place, int most) {
        if (place == Nil.NIL) {
            throw ActionException.of("cannot index slice/array with nil", "Write a whole number.");
        }
        if (!(place instanceof Long || place instanceof UnsignedByte)) {
            throw ActionException.of(
                    "cannot index slice/array with type " + GoValues.type(place), "Write a whole number.");
        }
        long number = place instanceof UnsignedByte small ? small.value() : (Long) place;
        if (number < 0 || number > most) {
            throw ActionException.of("index out of range: " + number, "Count from 0.");
        }
        return (int) number;
    }
}
