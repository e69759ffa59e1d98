package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import java.util.List;
import java.util.Map;

/** CreateImage and CopyImage: images that are pending before they are available. */
final class ImageCreation {

    private static final Image.Owner SELF = new Image.Owner(Ec2State.ACCOUNT_ID, "");

    Map<String, Ec2Action> table() {
        return Map.of("CreateImage", ImageCreation::create, "CopyImage", ImageCreation::copy);
    }

    private static void create(Ec2Call call, Xml xml) {
        Instance instance = call.region().instance(call.parameters().required("InstanceId"));
        String name = name(call);
        boolean ready = instance.state == InstanceState.RUNNING || instance.state == InstanceState.STOPPED;
        Machine machine = instance.machine()
                .filter(it -> ready)
                .orElseThrow(() -> Ec2Error.of(
                        "IncorrectInstanceState",
                        "Instance is not in state: running, stopped. The instance '" + instance.id + "' is "
                                + instance.state.label() + "."));
        Image.Platform old = instance.launch.image().platform;
        Image.Platform platform =
                new Image.Platform(old.architecture(), old.rootDevice(), old.logins(), instance.ena, instance.sriov);
        List<Device> devices = Device.merge(
                instance.volumes.stream().map(volume -> volume.device).toList(), call.parameters());
        Image image = add(call, name, platform, devices);
        xml.text("imageId", image.id);
        call.state().world.soon(() -> image(machine, image, call));
    }

    /** Copies the disk, off the cloud's lock, and lets the image become available. */
    private static void image(Machine machine, Image image, Ec2Call call) {
        DiskImage disk = machine.snapshot();
        synchronized (call.state()) {
            image.disk = disk;
        }
        finish(image, Phase.AMI_AVAILABLE, call);
    }

    private static void copy(Ec2Call call, Xml xml) {
        QueryParameters parameters = call.parameters();
        Region from = call.state().region(parameters.required("SourceRegion"));
        Image source = from.image(parameters.required("SourceImageId"));
        if (!source.state.equals("available")) {
            throw Ec2Error.of("InvalidRequest", "The image " + source.id + " is not available to be copied.");
        }
        boolean encrypted = parameters.flag("Encrypted", false);
        List<Device> devices = source.devices.stream()
                .map(device -> new Device(device.name(), device.snapshotId(), encrypted(device.ebs(), encrypted)))
                .toList();
        Image image = add(call, name(call), source.platform, devices);
        image.disk = source.disk;
        if (parameters.flag("CopyImageTags", false)) {
            call.region().tags.put(image.id, from.tags.of(source.id));
        }
        xml.text("imageId", image.id);
        finish(image, Phase.AMI_COPIED, call);
    }

    private static Device.Ebs encrypted(Device.Ebs ebs, boolean encrypted) {
        return new Device.Ebs(ebs.size(), ebs.type(), ebs.deleteOnTermination(), ebs.encrypted() || encrypted);
    }

    /** @throws Ec2Error if the name is malformed, or an own image in the region has it */
    private static String name(Ec2Call call) {
        String name = call.parameters().required("Name");
        if (!name.matches("[a-zA-Z0-9()\\[\\] ./'@_-]{3,128}")) {
            throw Ec2Error.of(
                    "InvalidAMIName.Malformed",
                    "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')',"
                            + " '.', '-', '/' and '_'");
        }
        call.region().images.values().stream()
                .filter(image -> image.isOwn() && image.name.equals(name))
                .findFirst()
                .ifPresent(image -> {
                    throw Ec2Error.of(
                            "InvalidAMIName.Duplicate", "AMI name " + name + " is already in use by AMI " + image.id);
                });
        return name;
    }

    private static Image add(Ec2Call call, String name, Image.Platform platform, List<Device> devices) {
        String id = Ec2State.newId("ami");
        List<Device> taken = devices.stream()
                .map(device -> new Device(device.name(), snapshot(call, id, device), device.ebs()))
                .toList();
        Image.Content content = new Image.Content(taken, call.state().world.now(), DiskImage.stock());
        Image image = new Image(id, name, SELF, platform, content);
        image.state = "pending";
        image.description = call.parameters().text("Description").orElse("");
        call.region().images.put(id, image);
        call.region().tags.put(id, call.parameters().tagsFor("image"));
        return image;
    }

    private static String snapshot(Ec2Call call, String imageId, Device device) {
        Resources.Snapshot snapshot = new Resources.Snapshot(
                Ec2State.newId("snap"),
                "vol-ffffffff",
                device.ebs(),
                "Created by " + call.parameters().required("Action") + " for " + imageId,
                call.state().world.now());
        call.region().snapshots.put(snapshot.id, snapshot);
        call.region().tags.put(snapshot.id, call.parameters().tagsFor("snapshot"));
        return snapshot.id;
    }

    private static void finish(Image image, Phase phase, Ec2Call call) {
        call.later(phase, () -> {
            boolean well = !call.suffers(FaultKind.FAILED);
            image.state = well ? "available" : "failed";
            call.region().snapshots.values().stream()
                    .filter(snapshot -> image.uses(snapshot.id))
                    .forEach(snapshot -> snapshot.state = well ? "completed" : "error");
        });
    }
}
