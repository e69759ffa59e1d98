package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Optional;

/**
 * {@code metadata_options}: how the machine reaches EC2's metadata service.
 *
 * @param endpoint {@code enabled} or {@code disabled}
 * @param tokens {@code optional} or {@code required}
 * @param hopLimit 1 to 64; 0 for EC2's own
 * @param tags {@code enabled} or {@code disabled}: whether tags can be read there
 */
record MetadataOptions(Optional<String> endpoint, Optional<String> tokens, int hopLimit, Optional<String> tags) {

    static Optional<MetadataOptions> read(Options options) {
        return options.group("metadata_options").map(MetadataOptions::readGroup);
    }

    private static MetadataOptions readGroup(Options group) {
        int hops = group.number("http_put_response_hop_limit", 0);
        if (hops < 0 || hops > 64) {
            group.problem(
                    "http_put_response_hop_limit",
                    "http_put_response_hop_limit must be a number between 1 and 64, but is " + hops + ".",
                    "Leave it out for the default of 1.");
        }
        return new MetadataOptions(
                oneOf(group, "http_endpoint", "enabled", "disabled"),
                oneOf(group, "http_tokens", "optional", "required"),
                hops,
                oneOf(group, "instance_metadata_tags", "enabled", "disabled"));
    }

    private static Optional<String> oneOf(Options group, String key, String... allowed) {
        Optional<String> value = group.text(key);
        value.filter(text -> !List.of(allowed).contains(text))
                .ifPresent(text -> group.problem(
                        key,
                        key + " must be '" + String.join("' or '", allowed) + "', but is '" + text + "'.",
                        "Leave it out for EC2's default."));
        return value;
    }
}
