package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An image: a stock image or the snapshot of a droplet. Guarded by the account's lock. */
final class Image {

    private static final Instant SHIPPED = Instant.parse("2025-06-10T00:00:00Z");
    private static final double SIZE_GIGABYTES = 2.5;

    final long id;
    final String name;
    final String distribution;
    final @Nullable String slug;
    final Origin origin;
    final Set<String> regions;
    final Set<String> tags = new LinkedHashSet<>();
    final DiskImage disk;

    /**
     * Where a snapshot is from.
     *
     * @param droplet the droplet's id; 0 for a stock image
     * @param minDisk the smallest disk that takes it, in GiB
     */
    record Origin(long droplet, Instant createdAt, int minDisk) {}

    private Image(long id, String name, String distribution, @Nullable String slug, Origin origin, Content content) {
        this.id = id;
        this.name = name;
        this.distribution = distribution;
        this.slug = slug;
        this.origin = origin;
        this.regions = new LinkedHashSet<>(content.regions());
        this.disk = content.disk();
    }

    private record Content(DiskImage disk, List<String> regions) {}

    static Image stock(long id, String name, String distribution, String slug) {
        Content content = new Content(DiskImage.stock(), Catalogue.REGION_SLUGS);
        return new Image(id, name, distribution, slug, new Origin(0, SHIPPED, 7), content);
    }

    static Image snapshot(long id, String name, Droplet droplet, DiskImage disk, Instant createdAt) {
        Origin origin = new Origin(droplet.id, createdAt, droplet.size.disk());
        Content content = new Content(disk, List.of(droplet.region.slug()));
        return new Image(id, name, droplet.image.distribution, null, origin, content);
    }

    boolean isSnapshot() {
        return slug == null;
    }

    Optional<String> slug() {
        return Optional.ofNullable(slug);
    }

    /** As an image, in {@code /v2/images}. */
    ObjectNode json() {
        ObjectNode json = base().put("id", id)
                .put("type", isSnapshot() ? "snapshot" : "base")
                .put("distribution", distribution)
                .put("slug", slug)
                .put("public", !isSnapshot())
                .put("description", "")
                .put("status", "available")
                .put("error_message", "");
        json.set("tags", Json.strings(tags));
        return json;
    }

    /** As a snapshot, in {@code /v2/snapshots}. */
    ObjectNode snapshotJson() {
        ObjectNode json = base().put("id", Long.toString(id))
                .put("resource_id", Long.toString(origin.droplet()))
                .put("resource_type", "droplet");
        json.set("tags", Json.strings(tags));
        return json;
    }

    /** As a droplet's snapshot, in {@code /v2/droplets/1/snapshots}. */
    ObjectNode dropletSnapshotJson() {
        return base().put("id", id).put("type", "snapshot").put("distribution", distribution);
    }

    private ObjectNode base() {
        ObjectNode json = Json.object()
                .put("name", name)
                .put("created_at", Json.time(origin.createdAt()))
                .put("min_disk_size", origin.minDisk())
                .put("size_gigabytes", SIZE_GIGABYTES);
        json.set("regions", Json.strings(regions));
        return json;
    }
}
