package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One EBS block device of an image or a launch.
 *
 * @param snapshotId what its content is from; empty for a blank one
 */
record Device(String name, String snapshotId, Ebs ebs) {

    /** The kind of volume; size in GiB. */
    record Ebs(int size, String type, boolean deleteOnTermination, boolean encrypted) {}

    /** The devices that result where {@code BlockDeviceMapping.n} changes some and adds others. */
    static List<Device> merge(List<Device> devices, QueryParameters parameters) {
        List<Device> merged = new ArrayList<>(devices);
        for (QueryParameters mapping : parameters.groups("BlockDeviceMapping")) {
            String name = mapping.required("DeviceName");
            Optional<Device> old =
                    merged.stream().filter(device -> device.name().equals(name)).findFirst();
            merged.removeIf(device -> device.name().equals(name));
            boolean removed = mapping.values().containsKey("NoDevice")
                    || mapping.text("VirtualName").isPresent();
            QueryParameters ebs = mapping.under("Ebs");
            if (!removed && !ebs.isEmpty()) {
                merged.add(changed(name, old, ebs));
            }
        }
        return merged;
    }

    private static Device changed(String name, Optional<Device> old, QueryParameters ebs) {
        String snapshot =
                ebs.text("SnapshotId").orElse(old.map(Device::snapshotId).orElse(""));
        int size =
                ebs.number("VolumeSize", old.map(device -> device.ebs().size()).orElse(snapshot.isEmpty() ? 0 : 8));
        if (size == 0) {
            throw Ec2Error.of("MissingParameter", "The request must contain the parameter size or snapshotId");
        }
        if (old.isPresent() && size < old.get().ebs().size()) {
            throw Ec2Error.of(
                    "InvalidBlockDeviceMapping",
                    "Volume of size " + size + "GB is smaller than snapshot '" + snapshot + "', expect size >= "
                            + old.get().ebs().size() + "GB");
        }
        return new Device(
                name,
                snapshot,
                new Ebs(
                        size,
                        ebs.text("VolumeType")
                                .orElse(old.map(device -> device.ebs().type()).orElse("gp2")),
                        ebs.flag(
                                "DeleteOnTermination",
                                old.map(device -> device.ebs().deleteOnTermination())
                                        .orElse(false)),
                        ebs.flag(
                                "Encrypted",
                                old.map(device -> device.ebs().encrypted()).orElse(false))));
    }

    /** For {@code blockDeviceMapping} of an image. */
    void write(Xml xml) {
        xml.text("deviceName", name)
                .element(
                        "ebs",
                        it -> it.textIfAny("snapshotId", snapshotId)
                                .text("volumeSize", ebs.size())
                                .text("deleteOnTermination", ebs.deleteOnTermination())
                                .text("volumeType", ebs.type())
                                .text("encrypted", ebs.encrypted()));
    }
}
