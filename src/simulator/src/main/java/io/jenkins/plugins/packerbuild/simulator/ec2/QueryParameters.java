package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a request in AWS's query form. An empty parameter counts as absent: packer 1.6.6 sends many. */
final class QueryParameters {

    private final Map<String, String> values;

    QueryParameters(Map<String, String> values) {
        Map<String, String> present = new LinkedHashMap<>(values);
        present.values().removeIf(String::isEmpty);
        this.values = present;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws Ec2Error {@code MissingParameter} */
    String required(String name) {
        return text(name).orElseThrow(() -> Ec2Error.missing(name));
    }

    boolean flag(String name, boolean otherwise) {
        return text(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** @throws Ec2Error if the value is no whole number */
    int number(String name, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("\\d{1,9}")) {
            throw Ec2Error.invalidValue(text.get(), name);
        }
        return Integer.parseInt(text.get());
    }

    /** The values of {@code name.1}, {@code name.2} and so on. */
    List<String> list(String name) {
        TreeMap<Integer, String> found = new TreeMap<>();
        values.forEach((key, value) -> index(name, key, "").ifPresent(index -> found.put(index, value)));
        return List.copyOf(found.values());
    }

    /** What stands under {@code name.1.}, {@code name.2.} and so on, each with the prefix cut off. */
    List<QueryParameters> groups(String name) {
        TreeMap<Integer, Map<String, String>> found = new TreeMap<>();
        values.forEach((key, value) -> index(name, key, ".")
                .ifPresent(index -> found.computeIfAbsent(index, i -> new LinkedHashMap<>())
                        .put(
                                key.substring(name.length()
                                        + 2
                                        + Integer.toString(index).length()),
                                value)));
        return found.values().stream().map(QueryParameters::new).toList();
    }

    /** What stands under {@code name.}, with that cut off. */
    QueryParameters under(String name) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                found.put(key.substring(name.length() + 1), value);
            }
        });
        return new QueryParameters(found);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** All of them, for comparing two requests. */
    Map<String, String> values() {
        return values;
    }

    /** The tags that {@code TagSpecification.n} gives to one kind of resource. */
    Map<String, String> tagsFor(String resourceType) {
        Map<String, String> tags = new LinkedHashMap<>();
        groups("TagSpecification").stream()
                .filter(spec -> spec.text("ResourceType").equals(Optional.of(resourceType)))
                .forEach(spec -> tags.putAll(spec.tags()));
        return tags;
    }

    /** The tags of {@code Tag.n.Key} and {@code Tag.n.Value}. */
    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        groups("Tag")
                .forEach(tag -> tags.put(tag.required("Key"), tag.text("Value").orElse("")));
        return tags;
    }

    private static Optional<Integer> index(String name, String key, String end) {
        if (!key.startsWith(name + ".")) {
            return Optional.empty();
        }
        String rest = key.substring(name.length() + 1);
        int dot = rest.indexOf('.');
        String number = dot < 0 ? rest : rest.substring(0, dot);
        boolean fits = (dot >= 0) == end.equals(".") && number.matches("\\d{1,6}");
        return fits ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }
}
