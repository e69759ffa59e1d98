package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.KeyPair;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.SecurityGroup;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Snapshot;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Subnet;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.TagStore;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Volume;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Vpc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the account has in one region, and what the region ships. Guarded by the cloud's lock. */
final class Region {

    final String name;
    final Vpc vpc;
    final List<Subnet> subnets = new ArrayList<>();
    final SecurityGroup defaultGroup;
    final Map<String, Image> images = new LinkedHashMap<>();
    final Map<String, Instance> instances = new LinkedHashMap<>();
    final Map<String, KeyPair> keyPairs = new LinkedHashMap<>();
    final Map<String, SecurityGroup> groups = new LinkedHashMap<>();
    final Map<String, Volume> volumes = new LinkedHashMap<>();
    final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
    final TagStore tags = new TagStore();

    Region(String name) {
        this.name = name;
        this.vpc = new Vpc("vpc-0" + digits("vpc"), "172.31.0.0/16");
        for (int i = 0; i < 3; i++) {
            String zone = name + "abc".charAt(i);
            subnets.add(new Subnet("subnet-0" + digits(zone), vpc.id(), zone, "172.31." + 16 * i + ".0/20"));
        }
        this.defaultGroup = new SecurityGroup("sg-0" + digits("sg"), "default", "default VPC security group", vpc.id());
        groups.put(defaultGroup.id, defaultGroup);
        Catalogue.images(name).forEach(image -> images.put(image.id, image));
    }

    /** @throws Ec2Error {@code InvalidAMIID.NotFound}, {@code InvalidAMIID.Malformed} */
    Image image(String id) {
        Image image = images.get(id);
        if (image != null) {
            return image;
        }
        if (!id.matches("ami-[0-9a-f]{8,17}")) {
            throw Ec2Error.of("InvalidAMIID.Malformed", "Invalid id: \"" + id + "\" (expecting \"ami-...\")");
        }
        throw Ec2Error.of("InvalidAMIID.NotFound", "The image id '[" + id + "]' does not exist");
    }

    /** @throws Ec2Error {@code AuthFailure} if it is somebody else's */
    Image ownImage(String id) {
        Image image = image(id);
        if (!image.isOwn()) {
            throw new Ec2Error(403, "AuthFailure", "Not authorized for image:" + id);
        }
        return image;
    }

    /** @throws Ec2Error {@code InvalidInstanceID.NotFound}, {@code InvalidInstanceID.Malformed} */
    Instance instance(String id) {
        Instance instance = instances.get(id);
        if (instance != null) {
            return instance;
        }
        if (!id.matches("i-[0-9a-f]{8,17}")) {
            throw Ec2Error.of("InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"");
        }
        throw Ec2Error.of("InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
    }

    /** @throws Ec2Error {@code InvalidGroup.NotFound} */
    SecurityGroup group(String id) {
        return Optional.ofNullable(groups.get(id))
                .orElseThrow(
                        () -> Ec2Error.of("InvalidGroup.NotFound", "The security group '" + id + "' does not exist"));
    }

    Optional<SecurityGroup> groupNamed(String groupName) {
        return groups.values().stream()
                .filter(group -> group.name.equals(groupName))
                .findFirst();
    }

    /** @throws Ec2Error {@code InvalidSubnetID.NotFound} */
    Subnet subnet(String id) {
        return subnets.stream()
                .filter(subnet -> subnet.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Ec2Error.of("InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist"));
    }

    /** @throws Ec2Error {@code InvalidSnapshot.NotFound} */
    Snapshot snapshot(String id) {
        return Optional.ofNullable(snapshots.get(id))
                .orElseThrow(
                        () -> Ec2Error.of("InvalidSnapshot.NotFound", "The snapshot '" + id + "' does not exist."));
    }

    /** Whether there is anything with that id, so that it can bear tags. */
    boolean exists(String id) {
        boolean keyPair = keyPairs.values().stream().anyMatch(pair -> pair.id().equals(id));
        return keyPair
                || Stream.of(images, instances, groups, volumes, snapshots).anyMatch(things -> things.containsKey(id));
    }

    private String digits(String seed) {
        return UUID.nameUUIDFromBytes((name + seed).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 16);
    }
}
