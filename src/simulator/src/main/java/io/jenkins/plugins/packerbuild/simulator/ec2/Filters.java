package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The {@code Filter.n} of a describe call: all must hold, each for one of its values, in which * and ? are wild. */
final class Filters {

    private final List<QueryParameters> filters;

    Filters(QueryParameters parameters) {
        this.filters = parameters.groups("Filter");
    }

    /**
     * Whether something passes.
     *
     * @param attributes its values by the names of the filters that exist for its kind
     * @throws Ec2Error if there is a filter that does not exist for its kind
     */
    boolean match(Map<String, List<String>> attributes, Map<String, String> tags) {
        return filters.stream().allMatch(filter -> matches(filter, attributes, tags));
    }

    private static boolean matches(
            QueryParameters filter, Map<String, List<String>> attributes, Map<String, String> tags) {
        List<String> actual = actual(filter.required("Name"), attributes, tags);
        return filter.list("Value").stream()
                .map(Filters::glob)
                .anyMatch(pattern ->
                        actual.stream().anyMatch(value -> pattern.matcher(value).matches()));
    }

    private static List<String> actual(String name, Map<String, List<String>> attributes, Map<String, String> tags) {
        if (name.startsWith("tag:")) {
            String value = tags.get(name.substring("tag:".length()));
            return value == null ? List.of() : List.of(value);
        }
        if (name.equals("tag-key")) {
            return List.copyOf(tags.keySet());
        }
        List<String> values = attributes.get(name);
        if (values == null) {
            throw Ec2Error.of("InvalidParameterValue", "The filter '" + name + "' is invalid");
        }
        return values;
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                text.chars()
                        .mapToObj(c -> switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
