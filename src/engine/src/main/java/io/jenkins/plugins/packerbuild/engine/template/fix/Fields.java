package io.jenkins.plugins.packerbuild.engine.template.fix;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One object of a template while it is rewritten: changes go through to the template. Used by one thread. */
final class Fields {

    private final Map<String, Object> map;

    Fields(Map<String, Object> map) {
        this.map = map;
    }

    /** Its type; empty when it has none. */
    String type() {
        return text("type").orElse("");
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    /** The value, if it is a text. */
    Optional<String> text(String key) {
        return Optional.ofNullable(map.get(key))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The value, if it is true or false. */
    Optional<Boolean> flag(String key) {
        return Optional.ofNullable(map.get(key))
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast);
    }

    Optional<Object> value(String key) {
        return Optional.ofNullable(map.get(key));
    }

    /** The value, if it is a list; changes go through. */
    Optional<List<Object>> list(String key) {
        return value(key).flatMap(TemplateParts::asList);
    }

    /** The value, if it is an object; changes go through. */
    Optional<Fields> object(String key) {
        return value(key).flatMap(TemplateParts::asObject).map(Fields::new);
    }

    List<String> keys() {
        return List.copyOf(map.keySet());
    }

    void put(String key, Object value) {
        map.put(key, value);
    }

    void remove(String... keys) {
        for (String key : keys) {
            map.remove(key);
        }
    }

    /** Whatever stands under the old name stands under the new one, also in place of what stood there. */
    void rename(String old, String today) {
        value(old).ifPresent(value -> {
            map.remove(old);
            map.put(today, value);
        });
    }

    /** The same, unless something stands under the new name already: then that stays. */
    void renameUnlessThere(String old, String today) {
        if (has(today)) {
            map.remove(old);
        } else {
            rename(old, today);
        }
    }
}
