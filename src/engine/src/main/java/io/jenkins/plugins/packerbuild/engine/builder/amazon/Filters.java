package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a describe call asks for: every name must match, by one of its values. Example: {@code {name=[ubuntu*]}}. Immutable,
 * in order.
 */
record Filters(Map<String, List<String>> values) {

    /** Copies, keeping the order: requests must be the same every time. */
    Filters {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Everything. */
    static Filters none() {
        return new Filters(Map.of());
    }

    /** One name. */
    static Filters of(String name, String... allowed) {
        return new Filters(Map.of(name, List.of(allowed)));
    }

    /** One name. */
    static Filters of(String name, List<String> allowed) {
        return new Filters(Map.of(name, List.copyOf(allowed)));
    }

    /** What belongs to one build of one run. */
    static Filters marked(RunTags tags) {
        Filters filters = none();
        for (Map.Entry<String, String> tag : tags.finding().entrySet()) {
            filters = filters.and("tag:" + tag.getKey(), tag.getValue());
        }
        return filters;
    }

    /** These and another one. */
    Filters and(String name, String... allowed) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(allowed));
        return new Filters(more);
    }

    /** As in {@code {"name":"ubuntu*"}}, for messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, allowed) -> text.append(text.isEmpty() ? "" : ",")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(String.join(",", allowed))
                .append('"'));
        return "{" + text + "}";
    }
}
