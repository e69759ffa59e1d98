package io.jenkins.plugins.packerbuild.engine.template.action;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Compares values as Go's templates do: only those of the same kind. */
final class GoComparison {

    /** Which order is meant. */
    @FunctionalInterface
    interface Wanted {
        /** Negative, zero or positive as in {@link Comparable}. */
        boolean is(int order);
    }

    private static final String CURE = "Compare texts with texts and numbers with numbers.";

    private GoComparison() {}

    /** Whether the first is one of the others. */
    static boolean equal(List<Object> values) {
        Object first = values.get(0);
        if (first instanceof Map || first instanceof List) {
            throw ActionException.of(
                    "uncomparable type " + GoValues.type(first) + ": " + GoPrintf.plain(first),
                    "Compare what is inside.");
        }
        if (values.size() < 2) {
            throw ActionException.of("missing argument for comparison", "Write what to compare it with.");
        }
        for (Object other : values.subList(1, values.size())) {
            if (isEqual(first, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEqual(Object first, Object other) {
        if (first == Nil.NIL || other == Nil.NIL) {
            return first == other;
        }
        requireSameKind(first, other);
        return isWhole(first) ? whole(first) == whole(other) : first.equals(other);
    }

    /** Whether two values stand in that order. */
    static boolean ordered(List<Object> values, Wanted wanted) {
        Object first = values.get(0);
        Object second = values.get(1);
        for (Object value : values) {
            if (!(value instanceof String || value instanceof Double || value instanceof Boolean || isWhole(value))) {
                throw ActionException.of("invalid type for comparison: " + GoValues.type(value), CURE);
            }
        }
        requireSameKind(first, second);
        if (first instanceof Boolean) {
            throw ActionException.of("invalid type for comparison: bool", "Only texts and numbers have an order.");
        }
        if (first instanceof String text) {
            return wanted.is(Arrays.compareUnsigned(bytes(text), bytes((String) second)));
        }
        return wanted.is(
                first instanceof Double decimal
                        ? Double.compare(decimal, (Double) second)
                        : Long.compare(whole(first), whole(second)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void requireSameKind(Object first, Object second) {
        boolean same = isWhole(first) ? isWhole(second) : first.getClass() == second.getClass();
        if (!same) {
            throw ActionException.of(
                    "incompatible types for comparison: " + GoValues.type(first) + " and " + GoValues.type(second),
                    CURE);
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof UnsignedByte;
    }

    private static long whole(Object value) {
        return value instanceof UnsignedByte number ? number.value() : (Long) value;
    }
}
