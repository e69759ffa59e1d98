package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What snapshot is made, and where it goes.
 *
 * @param name {@code snapshot_name}; empty for {@code packer-} and the run's start in Unix seconds
 * @param regions {@code snapshot_regions}, each once
 * @param tags {@code snapshot_tags}, besides that of the run
 * @param awaitTransfer {@code wait_snapshot_transfer}
 */
record SnapshotOptions(String name, List<String> regions, List<String> tags, boolean awaitTransfer) {

    static SnapshotOptions read(Options options) {
        Set<String> regions = new LinkedHashSet<>(options.list("snapshot_regions"));
        return new SnapshotOptions(
                options.text("snapshot_name", ""),
                List.copyOf(regions),
                DropletOptions.tags(options, "snapshot_tags"),
                options.flag("wait_snapshot_transfer", true));
    }

    /** The regions other than the one it is made in. */
    List<String> regionsBesides(String region) {
        return regions.stream().filter(other -> !other.equals(region)).toList();
    }
}
