package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Go thinks of values. */
final class GoValues {

    private GoValues() {}

    /** A value of the data as one of the types that actions know. */
    static Object of(@Nullable Object value) {
        if (value == null) {
            return Nil.NIL;
        }
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        return value instanceof String
                        || value instanceof Long
                        || value instanceof Double
                        || value instanceof Boolean
                        || value instanceof Map
                        || value instanceof List
                        || value instanceof UnsignedByte
                        || value == Nil.NIL
                ? value
                : value.toString();
    }

    /** The name of its type. */
    static String type(Object value) {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Long) {
            return "int";
        }
        if (value instanceof Double) {
            return "float64";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof UnsignedByte) {
            return "uint8";
        }
        if (value instanceof Map) {
            return "map[string]interface {}";
        }
        return value == Nil.NIL ? "<nil>" : "[]interface {}";
    }

    /** Not empty, not zero, not nothing. */
    static boolean isTrue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        boolean zero = value instanceof UnsignedByte number && number.value() == 0
                || value instanceof Double decimal && decimal == 0;
        return !zero && !(value.equals("") || value.equals(0L) || value.equals(false) || value == Nil.NIL);
    }

    /** As an action prints it. */
    static String printed(Object value) {
        return value == Nil.NIL ? "<no value>" : GoPrintf.plain(value);
    }
}
