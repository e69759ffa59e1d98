package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A droplet. Guarded by the account's lock. */
final class Droplet {

    final long id;
    final String name;
    final Catalogue.Region region;
    final Catalogue.Size size;
    final Image image;
    final Boot boot;
    final Set<String> tags = new LinkedHashSet<>();
    final List<Long> snapshotIds = new ArrayList<>();

    private String status = "new";
    private boolean locked = true;
    private @Nullable Machine machine;

    /** What is needed to boot it. */
    record Boot(List<String> authorizedKeys, String userData, Set<String> features, Instant createdAt) {}

    Droplet(long id, String name, Catalogue.Region region, Catalogue.Size size, Image image, Boot boot) {
        this.id = id;
        this.name = name;
        this.region = region;
        this.size = size;
        this.image = image;
        this.boot = boot;
    }

    String status() {
        return status;
    }

    boolean isLocked() {
        return locked;
    }

    Optional<Machine> machine() {
        return Optional.ofNullable(machine);
    }

    void activate(Machine booted) {
        machine = booted;
        become("active");
    }

    /** Ends what had locked it. */
    void become(String newStatus) {
        status = newStatus;
        locked = false;
    }

    void lock() {
        locked = true;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name)
                .put("memory", size.memory())
                .put("vcpus", size.vcpus())
                .put("disk", size.disk())
                .put("locked", locked)
                .put("status", status)
                .putNull("kernel")
                .put("created_at", Json.time(boot.createdAt()))
                .putNull("next_backup_window")
                .put("size_slug", size.slug())
                .put("vpc_uuid", "760e09ef-dc84-11e8-981e-3cfdfeaae000");
        json.set("features", Json.strings(boot.features()));
        json.set("backup_ids", Json.array());
        ArrayNode snapshots = json.putArray("snapshot_ids");
        snapshotIds.forEach(snapshots::add);
        json.set("image", image.json());
        json.set("volume_ids", Json.array());
        json.set("size", size.json());
        json.set("networks", networks());
        json.set("region", region.json());
        json.set("tags", Json.strings(tags));
        return json;
    }

    private ObjectNode networks() {
        ObjectNode networks = Json.object();
        ArrayNode v4 = networks.putArray("v4");
        networks.putArray("v6");
        machine().ifPresent(it -> v4.add(network(it, "private")).add(network(it, "public")));
        return networks;
    }

    private static ObjectNode network(Machine machine, String type) {
        return Json.object()
                .put("ip_address", machine.address())
                .put("netmask", "255.0.0.0")
                .put("gateway", "127.0.0.1")
                .put("type", type);
    }
}
