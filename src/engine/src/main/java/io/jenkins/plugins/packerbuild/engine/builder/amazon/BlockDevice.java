package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of {@code launch_block_device_mappings} or {@code ami_block_device_mappings}.
 *
 * @param deviceName as in {@code /dev/sda1}
 * @param virtualName as in {@code ephemeral0}; empty for a volume
 * @param noDevice whether the image's device is left out
 * @param volume what the volume is like
 */
record BlockDevice(String deviceName, Optional<String> virtualName, boolean noDevice, Volume volume) {

    private static final Set<String> TYPES = Set.of("gp2", "gp3", "io1", "io2", "st1", "sc1", "standard");
    private static final Set<String> WITH_IOPS = Set.of("gp3", "io1", "io2");

    /**
     * What a volume is like; numbers are 0 where EC2 decides.
     *
     * @param type as in {@code gp3}
     * @param sizeGib in GiB
     * @param iops operations per second
     * @param throughputMib MiB per second
     * @param origin what it starts from
     * @param deleteOnTermination whether it vanishes with the machine
     */
    record Volume(
            Optional<String> type,
            int sizeGib,
            int iops,
            int throughputMib,
            Origin origin,
            boolean deleteOnTermination) {}

    /**
     * What a volume starts from.
     *
     * @param snapshotId empty for an empty one
     * @param encrypted empty for what the snapshot is
     * @param kmsKeyId the key to encrypt with; empty for the account's own
     */
    record Origin(Optional<String> snapshotId, Optional<Boolean> encrypted, Optional<String> kmsKeyId) {}

    static List<BlockDevice> read(Options options, String key) {
        return options.groups(key).stream().map(BlockDevice::readOne).toList();
    }

    private static BlockDevice readOne(Options group) {
        BlockDevice device = new BlockDevice(
                group.text("device_name", ""),
                group.text("virtual_name"),
                group.flag("no_device", false),
                readVolume(group));
        if (device.deviceName.isEmpty()) {
            group.problem(
                    "device_name",
                    "The `device_name` must be specified for every device in the block device mapping.",
                    "Write the source image's root device, such as '/dev/sda1', or a new name such as '/dev/sdf'.");
        }
        check(group, device.volume);
        return device;
    }

    private static Volume readVolume(Options group) {
        return new Volume(
                group.text("volume_type"),
                group.number("volume_size", 0),
                group.number("iops", 0),
                group.number("throughput", 0),
                new Origin(group.text("snapshot_id"), group.flag("encrypted"), group.text("kms_key_id")),
                group.flag("delete_on_termination", false));
    }

    private static void check(Options group, Volume volume) {
        String type = volume.type().orElse("");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            group.problem("volume_type", "Unknown volume_type '" + type + "'.", "Use 'gp3' or another EBS type.");
        }
        if (volume.iops() > 0 && !WITH_IOPS.contains(type)) {
            group.problem(
                    "iops",
                    "iops may not be set for volume_type '" + type + "'.",
                    "It goes with 'io1', 'io2' and 'gp3' only.");
        }
        if (volume.throughputMib() > 0 && !type.equals("gp3")) {
            group.problem(
                    "throughput",
                    "throughput may not be set for volume_type '" + type + "'.",
                    "It goes with 'gp3' only.");
        }
        if (volume.origin().kmsKeyId().isPresent()
                && !volume.origin().encrypted().orElse(true)) {
            group.problem(
                    "kms_key_id",
                    "The device has a kms_key_id, but `encrypted` is false.",
                    "Set `encrypted` to true, or leave the key out.");
        }
        checkRanges(group, volume, type);
    }

    private static void checkRanges(Options group, Volume volume, String type) {
        int least = type.equals("gp3") ? 3_000 : 100;
        int most = type.equals("gp3") ? 80_000 : 256_000;
        if (WITH_IOPS.contains(type) && volume.iops() != 0 && (volume.iops() < least || volume.iops() > most)) {
            group.problem(
                    "iops",
                    "iops must be between " + least + " and " + most + " for volume_type '" + type + "', but is "
                            + volume.iops() + ".",
                    "Leave it out where EC2's default will do.");
        }
        if (type.equals("io1") && volume.iops() == 0 || type.equals("io2") && volume.iops() == 0) {
            group.problem("iops", "iops must be set for volume_type '" + type + "'.", "Write a number from 100 on.");
        }
    }
}
