package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which image to start from.
 *
 * @param id {@code source_ami}; empty when only the filter counts
 * @param filters of {@code source_ami_filter}
 * @param owners of {@code source_ami_filter}
 * @param mostRecent whether the newest of several is taken
 */
record SourceOptions(Optional<String> id, Filters filters, List<String> owners, boolean mostRecent) {

    private static final String ID = "source_ami";
    private static final String FILTER = "source_ami_filter";

    static SourceOptions read(Options options, Optional<String> virtualizationType) {
        Optional<String> id = options.text(ID);
        Optional<Options> group = options.group(FILTER);
        Map<String, List<String>> filters = new LinkedHashMap<>();
        group.ifPresent(filter -> readFilters(filter, filters));
        virtualizationType.ifPresent(type -> filters.put("virtualization-type", List.of(type)));
        List<String> owners = group.map(filter -> filter.list("owners")).orElse(List.of());
        boolean mostRecent =
                group.map(filter -> filter.flag("most_recent", false)).orElse(false);
        if (id.isEmpty()) {
            check(options, group, filters.isEmpty() || group.isEmpty(), owners);
        }
        return new SourceOptions(id, new Filters(filters), owners, mostRecent);
    }

    private static void readFilters(Options group, Map<String, List<String>> filters) {
        group.map("filters").forEach((name, value) -> filters.put(name, List.of(value)));
        for (Options one : group.groups("filter")) {
            filters.put(one.required("name"), List.of(one.required("value")));
        }
    }

    private static void check(Options options, Optional<Options> group, boolean nothing, List<String> owners) {
        if (nothing) {
            options.problem(
                    group.isPresent() ? FILTER : ID,
                    "A source_ami or source_ami_filter must be specified.",
                    "Name an image, or describe one by \"filters\" and \"owners\".");
        }
        if (owners.isEmpty()) {
            options.problem(
                    group.isPresent() ? FILTER : ID,
                    "For security reasons, your source AMI filter must declare an owner.",
                    "Add \"owners\": [\"099720109477\"] (Canonical), \"amazon\", \"self\" or the like.");
        }
    }
}
