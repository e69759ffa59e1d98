package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The simpler things of a region. Those that change are guarded by the cloud's lock. */
final class Resources {

    private Resources() {}

    /** A key pair; only its public half, as a line of {@code authorized_keys}. */
    record KeyPair(String id, String name, String type, String publicKey, Instant createdAt) {}

    record Vpc(String id, String cidr) {}

    record Subnet(String id, String vpcId, String zone, String cidr) {}

    /** One open range of ports. */
    record Permission(String protocol, int from, int to, String cidr) {}

    static final class SecurityGroup {

        final String id;
        final String name;
        final String description;
        final String vpcId;
        final List<Permission> ingress = new ArrayList<>();

        SecurityGroup(String id, String name, String description, String vpcId) {
            this.id = id;
            this.name = name;
            this.description = description;
            this.vpcId = vpcId;
        }
    }

    static final class Volume {

        final String id;
        final Device device;
        final String zone;
        final Instant createdAt;
        /** Null once it is detached. */
        @Nullable String instanceId;

        Volume(String id, Device device, String zone, Instant createdAt) {
            this.id = id;
            this.device = device;
            this.zone = zone;
            this.createdAt = createdAt;
        }

        String state() {
            return instanceId == null ? "available" : "in-use";
        }
    }

    static final class Snapshot {

        final String id;
        final String volumeId;
        final Device.Ebs ebs;
        final String description;
        final Instant startedAt;
        String state = "pending";
        final Set<String> users = new LinkedHashSet<>();
        final Set<String> groups = new LinkedHashSet<>();

        Snapshot(String id, String volumeId, Device.Ebs ebs, String description, Instant startedAt) {
            this.id = id;
            this.volumeId = volumeId;
            this.ebs = ebs;
            this.description = description;
            this.startedAt = startedAt;
        }
    }

    /** The tags of everything in a region, by id. */
    static final class TagStore {

        private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();

        Map<String, String> of(String id) {
            return tags.getOrDefault(id, Map.of());
        }

        void put(String id, Map<String, String> more) {
            more.keySet().stream()
                    .filter(key -> key.startsWith("aws:"))
                    .findFirst()
                    .ifPresent(key -> {
                        throw Ec2Error.of(
                                "InvalidParameterValue",
                                "Value ( " + key
                                        + " ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved"
                                        + " for internal use");
                    });
            tags.computeIfAbsent(id, key -> new LinkedHashMap<>()).putAll(more);
        }

        void remove(String id, String key) {
            tags.getOrDefault(id, new LinkedHashMap<>()).remove(key);
        }

        void forget(String id) {
            tags.remove(id);
        }

        Map<String, Map<String, String>> all() {
            return tags;
        }
    }
}
