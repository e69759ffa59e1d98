package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The calls into a {@link FakeCloud}. */
record FakeEc2(FakeCloud cloud, Cancellation cancellation) implements Ec2 {

    private <T> T call(String method, Object details, Supplier<T> effect) {
        return cloud.call(method, details.toString(), cancellation, effect);
    }

    private void run(String method, Object details, Runnable effect) {
        call(method, details, () -> {
            effect.run();
            return true;
        });
    }

    private static void require(boolean met, Reason reason, String method) {
        if (!met) {
            throw FakeCloud.refusal(reason, method, reason.name());
        }
    }

    @Override
    public String account() {
        return call("account", "", () -> "123456789012");
    }

    @Override
    public Set<String> regions() {
        return call("regions", "", () -> Set.of("us-east-1", "eu-west-1"));
    }

    @Override
    public List<ImageInfo> images(Filters filters, List<String> owners) {
        return call(
                "images",
                filters + " " + owners,
                () -> cloud.images.values().stream()
                        .map(this::now)
                        .filter(image -> owners.isEmpty()
                                || owners.contains(image.origin().owner()))
                        .filter(image -> fits(
                                filters,
                                image.tags(),
                                Map.of(
                                        "name",
                                        image.origin().name(),
                                        "image-id",
                                        image.id().value())))
                        .toList());
    }

    private ImageInfo now(FakeCloud.Picture picture) {
        ImageInfo info = picture.info();
        boolean ready = cloud.clock.uptime().minus(picture.since()).compareTo(cloud.imageLatency) >= 0;
        ImageInfo.State state = ready ? info.state() : ImageInfo.State.PENDING;
        return new ImageInfo(
                info.id(), state, info.failure(), info.origin(), info.rootDeviceType(), shown(info), info.tags());
    }

    private List<SnapshotId> shown(ImageInfo info) {
        return info.snapshots().stream().filter(cloud::shows).toList();
    }

    @Override
    public List<InstanceInfo> instances(Filters filters) {
        return call(
                "instances",
                filters,
                () -> cloud.machines.entrySet().stream()
                        .filter(entry -> fits(
                                filters,
                                entry.getValue().request.tags().instance(),
                                Map.of("instance-id", entry.getKey().value())))
                        .map(entry -> describe(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private InstanceInfo describe(InstanceId id, FakeCloud.Machine machine) {
        List<VolumeId> kept = cloud.volumes.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(id.value()))
                .map(Map.Entry::getKey)
                .toList();
        return new InstanceInfo(
                id,
                cloud.state(machine),
                "",
                new InstanceInfo.Addresses("vpc-1", "127.0.0.9", "10.0.0.9", "public.test", "private.test"),
                "ebs",
                kept);
    }

    @Override
    public boolean isDefaultVpc(String vpcId) {
        return call("isDefaultVpc", vpcId, () -> vpcId.equals("vpc-1"));
    }

    @Override
    public List<SubnetInfo> subnets(Filters filters) {
        SubnetInfo subnet = new SubnetInfo("subnet-1", "vpc-2", "us-east-1a");
        return call(
                "subnets",
                filters,
                () -> fits(filters, Map.of(), Map.of("subnet-id", subnet.id())) ? List.of(subnet) : List.of());
    }

    @Override
    public List<GroupId> securityGroups(Filters filters) {
        return call(
                "securityGroups",
                filters,
                () -> cloud.groups.entrySet().stream()
                        .filter(entry -> fits(
                                filters,
                                entry.getValue().tags(),
                                Map.of("group-name", entry.getValue().name())))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public List<VolumeInfo> volumes(Filters filters) {
        return call(
                "volumes",
                filters,
                () -> cloud.volumes.entrySet().stream()
                        .filter(entry -> fits(
                                filters,
                                entry.getValue().tags(),
                                Map.of("volume-id", entry.getKey().value())))
                        .map(entry -> new VolumeInfo(entry.getKey(), isFree(entry.getValue())))
                        .toList());
    }

    private boolean isFree(FakeCloud.Thing volume) {
        FakeCloud.Machine holder = cloud.machines.get(new InstanceId(volume.name()));
        return holder == null || cloud.state(holder) == InstanceInfo.State.TERMINATED;
    }

    @Override
    public List<SnapshotId> snapshots(Filters filters) {
        return call(
                "snapshots",
                filters,
                () -> cloud.snapshots.entrySet().stream()
                        .filter(entry -> cloud.shows(entry.getKey()))
                        .filter(entry -> fits(filters, entry.getValue().tags(), Map.of()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public Secret createKeyPair(String name, Map<String, String> tags) {
        return call("createKeyPair", name, () -> {
            require(!cloud.keyPairs.containsKey(name), Reason.CONFLICT, "createKeyPair");
            cloud.keyPairs.put(name, new FakeCloud.Thing(name, tags));
            return Secret.of("-----BEGIN RSA PRIVATE KEY-----");
        });
    }

    @Override
    public List<String> keyPairs(Filters filters) {
        return call(
                "keyPairs",
                filters,
                () -> cloud.keyPairs.values().stream()
                        .filter(pair -> fits(filters, pair.tags(), Map.of("key-name", pair.name())))
                        .map(FakeCloud.Thing::name)
                        .toList());
    }

    @Override
    public void deleteKeyPair(String name) {
        run("deleteKeyPair", name, () -> cloud.keyPairs.remove(name));
    }

    @Override
    public GroupId createSecurityGroup(NewGroup group) {
        String details = group.name() + group.vpcId().map(vpc -> " " + vpc).orElse("");
        return call("createSecurityGroup", details, () -> {
            boolean free =
                    cloud.groups.values().stream().noneMatch(one -> one.name().equals(group.name()));
            require(free, Reason.CONFLICT, "createSecurityGroup");
            GroupId id = new GroupId(cloud.number("sg"));
            cloud.groups.put(id, new FakeCloud.Thing(group.name(), group.tags()));
            return id;
        });
    }

    @Override
    public void authorizeIngress(GroupId group, int port, List<String> cidrs) {
        run(
                "authorizeIngress",
                group + " " + port + " " + cidrs,
                () -> require(cloud.groups.containsKey(group), Reason.NOT_FOUND, "authorizeIngress"));
    }

    @Override
    public void deleteSecurityGroup(GroupId group) {
        run("deleteSecurityGroup", group, () -> {
            require(!cloud.holds(group), Reason.CONFLICT, "deleteSecurityGroup");
            require(cloud.groups.remove(group) != null, Reason.NOT_FOUND, "deleteSecurityGroup");
        });
    }

    @Override
    public InstanceInfo runInstance(LaunchRequest request) {
        return call("runInstance", request.source() + " " + request.machine().type(), () -> {
            require(cloud.images.containsKey(request.source()), Reason.NOT_FOUND, "runInstance");
            InstanceId id = cloud.machines.entrySet().stream()
                    .filter(entry -> entry.getValue().request.clientToken().equals(request.clientToken()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> launch(request));
            return describe(id, machine(id, "runInstance"));
        });
    }

    private InstanceId launch(LaunchRequest request) {
        InstanceId id = new InstanceId(cloud.number("i"));
        cloud.machines.put(id, new FakeCloud.Machine(request, cloud.clock.uptime()));
        request.devices().stream()
                .filter(device -> !device.volume().deleteOnTermination())
                .forEach(device -> cloud.volumes.put(
                        new VolumeId(cloud.number("vol")),
                        new FakeCloud.Thing(id.value(), request.tags().volumes())));
        return id;
    }

    @Override
    public void setEnaSupport(InstanceId instance, boolean enabled) {
        run("setEnaSupport", instance + " " + enabled, () -> machine(instance, "setEnaSupport"));
    }

    @Override
    public void stopInstance(InstanceId instance) {
        run("stopInstance", instance, () -> move(instance, InstanceInfo.State.STOPPED, "stopInstance"));
    }

    @Override
    public void terminateInstance(InstanceId instance) {
        run("terminateInstance", instance, () -> move(instance, InstanceInfo.State.TERMINATED, "terminateInstance"));
    }

    private void move(InstanceId instance, InstanceInfo.State wanted, String method) {
        FakeCloud.Machine machine = machine(instance, method);
        machine.wanted = wanted;
        machine.since = cloud.clock.uptime();
    }

    private FakeCloud.Machine machine(InstanceId instance, String method) {
        FakeCloud.Machine machine = cloud.machines.get(instance);
        if (machine == null) {
            throw FakeCloud.refusal(Reason.NOT_FOUND, method, "NotFound");
        }
        return machine;
    }

    @Override
    public void deleteVolume(VolumeId volume) {
        run(
                "deleteVolume",
                volume,
                () -> require(cloud.volumes.remove(volume) != null, Reason.NOT_FOUND, "deleteVolume"));
    }

    @Override
    public AmiId createImage(NewImage image) {
        return call("createImage", image.name() + " " + image.source(), () -> {
            machine(image.source(), "createImage");
            boolean free = cloud.images.values().stream()
                    .noneMatch(one -> one.info().origin().name().equals(image.name()));
            require(free, Reason.CONFLICT, "createImage");
            AmiId id = new AmiId(cloud.number("ami"));
            SnapshotId snapshot = new SnapshotId(cloud.number("snap"));
            cloud.addSnapshot(snapshot, image.tags());
            ImageInfo.Origin origin = new ImageInfo.Origin(image.name(), "2026-01-02T00:00:00.000Z", "self", "");
            ImageInfo info =
                    new ImageInfo(id, ImageInfo.State.AVAILABLE, "", origin, "ebs", List.of(snapshot), image.tags());
            cloud.images.put(id, new FakeCloud.Picture(info, cloud.clock.uptime()));
            return id;
        });
    }

    @Override
    public void describeImage(AmiId image, String description) {
        run("describeImage", image + " " + description, () -> {});
    }

    @Override
    public void shareImage(AmiId image, Sharing with) {
        run("shareImage", image + " " + with, () -> {});
    }

    @Override
    public void shareSnapshot(SnapshotId snapshot, Sharing with) {
        run("shareSnapshot", snapshot + " " + with, () -> {});
    }

    @Override
    public void deregisterImage(AmiId image) {
        run(
                "deregisterImage",
                image,
                () -> require(cloud.images.remove(image) != null, Reason.NOT_FOUND, "deregisterImage"));
    }

    @Override
    public void deleteSnapshot(SnapshotId snapshot) {
        run(
                "deleteSnapshot",
                snapshot,
                () -> require(cloud.snapshots.remove(snapshot) != null, Reason.NOT_FOUND, "deleteSnapshot"));
    }

    @Override
    public void createTags(List<String> ids, Map<String, String> tags) {
        run("createTags", ids + " " + new LinkedHashMap<>(tags), () -> ids.forEach(id -> retag(id, tags, Set.of())));
    }

    @Override
    public void deleteTags(List<String> ids, Set<String> keys) {
        List<String> sorted = keys.stream().sorted().toList();
        run("deleteTags", ids + " " + sorted, () -> ids.forEach(id -> retag(id, Map.of(), keys)));
    }

    private void retag(String id, Map<String, String> more, Set<String> less) {
        cloud.snapshots.computeIfPresent(
                new SnapshotId(id), (key, old) -> new FakeCloud.Thing(old.name(), change(old.tags(), more, less)));
        cloud.images.computeIfPresent(new AmiId(id), (key, old) -> {
            ImageInfo info = old.info();
            return new FakeCloud.Picture(
                    new ImageInfo(
                            info.id(),
                            info.state(),
                            info.failure(),
                            info.origin(),
                            info.rootDeviceType(),
                            info.snapshots(),
                            change(info.tags(), more, less)),
                    old.since());
        });
    }

    private static Map<String, String> change(Map<String, String> tags, Map<String, String> more, Set<String> less) {
        Map<String, String> changed = new HashMap<>(tags);
        changed.putAll(more);
        changed.keySet().removeAll(less);
        return changed;
    }

    private static boolean fits(Filters filters, Map<String, String> tags, Map<String, String> attributes) {
        Map<String, String> all = new HashMap<>(attributes);
        tags.forEach((key, value) -> all.put("tag:" + key, value));
        return filters.values().entrySet().stream()
                .allMatch(filter -> new ArrayList<>(filter.getValue())
                        .stream().anyMatch(value -> glob(value, all.getOrDefault(filter.getKey(), ""))));
    }

    private static boolean glob(String pattern, String text) {
        String regex = ("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q");
        return text.matches(regex);
    }
}
