package io.jenkins.plugins.packerbuild.session;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object whose members may be missing, or be of the wrong kind, which is the same. */
record Fields(Map<String, Object> map) {

    /** Empty when it is missing; cut when it is longer. */
    String text(String name, int mostChars) {
        return map.get(name) instanceof String text ? CleanText.clamp(text, mostChars) : "";
    }

    /** A name: one clean line. Empty when it is missing. */
    String name(String name) {
        return map.get(name) instanceof String text ? CleanText.name(text) : "";
    }

    /** 0 when it is missing. */
    long number(String name) {
        return map.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** From 0 to the largest integer. */
    int count(String name) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, number(name)));
    }

    /** Whether it is there and true. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    /** An object; empty when it is missing. */
    Fields object(String name) {
        return map.get(name) instanceof Map<?, ?> object ? of(object) : new Fields(Map.of());
    }

    /** The first ones of its objects. */
    List<Fields> objects(String name, int most) {
        return elements(name)
                .filter(Map.class::isInstance)
                .limit(most)
                .map(element -> of((Map<?, ?>) element))
                .toList();
    }

    /** The first ones of its texts, each cut when it is longer. */
    List<String> texts(String name, int most, int mostChars) {
        return elements(name)
                .filter(String.class::isInstance)
                .limit(most)
                .map(element -> CleanText.clamp((String) element, mostChars))
                .toList();
    }

    /** The texts of an object by name. */
    Map<String, String> textMap(String name) {
        return object(name).map().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof String)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
    }

    private java.util.stream.Stream<?> elements(String name) {
        return map.get(name) instanceof List<?> list ? list.stream() : java.util.stream.Stream.empty();
    }

    @SuppressWarnings("unchecked")
    private static Fields of(Map<?, ?> object) {
        return new Fields((Map<String, Object>) object);
    }
}
