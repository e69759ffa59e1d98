package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Snapshot;
import io.jenkins.plugins.packerbuild.simulator.ec2.Resources.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes and snapshots. */
final class StorageActions {

    Map<String, Ec2Action> table() {
        return Map.of(
                "DescribeVolumes", StorageActions::describeVolumes,
                "DeleteVolume", StorageActions::deleteVolume,
                "DescribeSnapshots", StorageActions::describeSnapshots,
                "DeleteSnapshot", StorageActions::deleteSnapshot);
    }

    private static void describeVolumes(Ec2Call call, Xml xml) {
        Region region = call.region();
        List<String> ids = call.parameters().list("VolumeId");
        List<Volume> wanted = ids.isEmpty()
                ? List.copyOf(region.volumes.values())
                : ids.stream().map(id -> volume(region, id)).toList();
        List<Volume> found = wanted.stream()
                .filter(volume -> call.passes(attributes(volume), volume.id))
                .toList();
        xml.list("volumeSet", found, (it, volume) -> write(it, volume, region.tags.of(volume.id)));
    }

    private static Map<String, List<String>> attributes(Volume volume) {
        return Map.of(
                "volume-id", List.of(volume.id),
                "status", List.of(volume.state()),
                "volume-type", List.of(volume.device.ebs().type()),
                "availability-zone", List.of(volume.zone),
                "attachment.device", List.of(volume.device.name()),
                "attachment.instance-id",
                        Optional.ofNullable(volume.instanceId).stream().toList());
    }

    private static void write(Xml xml, Volume volume, Map<String, String> tags) {
        List<String> attached = Optional.ofNullable(volume.instanceId).stream().toList();
        xml.text("volumeId", volume.id)
                .text("size", volume.device.ebs().size())
                .text("snapshotId", volume.device.snapshotId())
                .text("availabilityZone", volume.zone)
                .text("status", volume.state())
                .text("createTime", Ec2State.time(volume.createdAt))
                .list(
                        "attachmentSet",
                        attached,
                        (it, instance) -> it.text("volumeId", volume.id)
                                .text("instanceId", instance)
                                .text("device", volume.device.name())
                                .text("status", "attached")
                                .text("deleteOnTermination", volume.device.ebs().deleteOnTermination()))
                .tags(tags)
                .text("volumeType", volume.device.ebs().type())
                .text("encrypted", volume.device.ebs().encrypted());
    }

    private static void deleteVolume(Ec2Call call, Xml xml) {
        Volume volume = volume(call.region(), call.parameters().required("VolumeId"));
        if (volume.instanceId != null) {
            throw Ec2Error.of("VolumeInUse", "Volume " + volume.id + " is currently attached to " + volume.instanceId);
        }
        call.region().volumes.remove(volume.id);
        call.region().tags.forget(volume.id);
        xml.text("return", true);
    }

    private static Volume volume(Region region, String id) {
        return Optional.ofNullable(region.volumes.get(id))
                .orElseThrow(() -> Ec2Error.of("InvalidVolume.NotFound", "The volume '" + id + "' does not exist."));
    }

    private static void describeSnapshots(Ec2Call call, Xml xml) {
        Region region = call.region();
        List<String> ids = call.parameters().list("SnapshotId");
        List<Snapshot> wanted = ids.isEmpty()
                ? List.copyOf(region.snapshots.values())
                : ids.stream().map(region::snapshot).toList();
        List<Snapshot> found = wanted.stream()
                .filter(snapshot -> call.passes(attributes(snapshot), snapshot.id))
                .toList();
        xml.list(
                "snapshotSet",
                found,
                (it, snapshot) -> it.text("snapshotId", snapshot.id)
                        .text("volumeId", snapshot.volumeId)
                        .text("status", snapshot.state)
                        .text("startTime", Ec2State.time(snapshot.startedAt))
                        .text("progress", snapshot.state.equals("completed") ? "100%" : "0%")
                        .text("ownerId", Ec2State.ACCOUNT_ID)
                        .text("volumeSize", snapshot.ebs.size())
                        .text("description", snapshot.description)
                        .text("encrypted", snapshot.ebs.encrypted())
                        .tags(region.tags.of(snapshot.id)));
    }

    private static Map<String, List<String>> attributes(Snapshot snapshot) {
        return Map.of(
                "snapshot-id", List.of(snapshot.id),
                "status", List.of(snapshot.state),
                "description", List.of(snapshot.description),
                "volume-id", List.of(snapshot.volumeId),
                "owner-id", List.of(Ec2State.ACCOUNT_ID));
    }

    private static void deleteSnapshot(Ec2Call call, Xml xml) {
        Snapshot snapshot = call.region().snapshot(call.parameters().required("SnapshotId"));
        call.region().images.values().stream()
                .filter(image -> image.uses(snapshot.id))
                .findFirst()
                .ifPresent(image -> {
                    throw Ec2Error.of(
                            "InvalidSnapshot.InUse",
                            "The snapshot " + snapshot.id + " is currently in use by " + image.id);
                });
        call.region().snapshots.remove(snapshot.id);
        call.region().tags.forget(snapshot.id);
        xml.text("return", true);
    }
}
