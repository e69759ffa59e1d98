package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An AMI. Guarded by the cloud's lock. */
final class Image {

    final String id;
    final String name;
    final Owner owner;
    final Platform platform;
    final List<Device> devices;
    final Instant createdAt;
    DiskImage disk;
    String state = "available";
    String description = "";
    String imdsSupport = "";
    final Set<String> launchUsers = new LinkedHashSet<>();
    final Set<String> launchGroups = new LinkedHashSet<>();
    final Set<String> productCodes = new LinkedHashSet<>();

    /**
     * Whose it is.
     *
     * @param alias {@code amazon}, or empty
     */
    record Owner(String accountId, String alias) {}

    /**
     * What runs from it.
     *
     * @param logins the user names that let one in
     */
    record Platform(String architecture, String rootDevice, Set<String> logins, boolean ena, boolean sriov) {}

    /** What it is made of. */
    record Content(List<Device> devices, Instant createdAt, DiskImage disk) {}

    Image(String id, String name, Owner owner, Platform platform, Content content) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.platform = platform;
        this.devices = List.copyOf(content.devices());
        this.createdAt = content.createdAt();
        this.disk = content.disk();
    }

    boolean isPublic() {
        return launchGroups.contains("all");
    }

    boolean isOwn() {
        return owner.accountId().equals(Ec2State.ACCOUNT_ID);
    }

    boolean isOwnedBy(String wanted) {
        return wanted.equals(owner.accountId()) || wanted.equals(owner.alias()) || (wanted.equals("self") && isOwn());
    }

    boolean uses(String snapshotId) {
        return devices.stream().anyMatch(device -> device.snapshotId().equals(snapshotId));
    }

    String location() {
        return owner.accountId() + "/" + name;
    }

    Map<String, List<String>> attributes() {
        return Map.ofEntries(
                Map.entry("image-id", List.of(id)),
                Map.entry("name", List.of(name)),
                Map.entry("description", List.of(description)),
                Map.entry("state", List.of(state)),
                Map.entry("owner-id", List.of(owner.accountId())),
                Map.entry("owner-alias", List.of(owner.alias())),
                Map.entry("architecture", List.of(platform.architecture())),
                Map.entry("root-device-type", List.of("ebs")),
                Map.entry("root-device-name", List.of(platform.rootDevice())),
                Map.entry("virtualization-type", List.of("hvm")),
                Map.entry("hypervisor", List.of("xen")),
                Map.entry("image-type", List.of("machine")),
                Map.entry("manifest-location", List.of(location())),
                Map.entry("ena-support", List.of(Boolean.toString(platform.ena()))),
                Map.entry("sriov-net-support", platform.sriov() ? List.of("simple") : List.of()),
                Map.entry("is-public", List.of(Boolean.toString(isPublic()))),
                Map.entry("platform", List.of()),
                Map.entry("platform-details", List.of("Linux/UNIX")),
                Map.entry("creation-date", List.of(createdAt.toString())),
                Map.entry("product-code", List.copyOf(productCodes)),
                Map.entry(
                        "block-device-mapping.device-name",
                        devices.stream().map(Device::name).toList()),
                Map.entry(
                        "block-device-mapping.snapshot-id",
                        devices.stream().map(Device::snapshotId).toList()),
                Map.entry(
                        "block-device-mapping.volume-type",
                        devices.stream().map(device -> device.ebs().type()).toList()),
                Map.entry(
                        "block-device-mapping.encrypted",
                        devices.stream()
                                .map(device -> Boolean.toString(device.ebs().encrypted()))
                                .toList()));
    }

    void write(Xml xml, Map<String, String> tags) {
        xml.text("imageId", id)
                .text("imageLocation", location())
                .text("imageState", state)
                .text("imageOwnerId", owner.accountId())
                .textIfAny("imageOwnerAlias", owner.alias())
                .text("creationDate", Ec2State.time(createdAt))
                .text("isPublic", isPublic())
                .text("architecture", platform.architecture())
                .text("imageType", "machine")
                .text("name", name)
                .textIfAny("description", description);
        writeMachine(xml);
        xml.list(
                        "productCodes",
                        productCodes,
                        (it, code) -> it.text("productCode", code).text("type", "marketplace"))
                .list("blockDeviceMapping", devices, (it, device) -> device.write(it))
                .tags(tags);
        if (state.equals("failed")) {
            xml.element(
                    "stateReason",
                    it -> it.text("code", "Server.InternalError")
                            .text("message", "Server.InternalError: Internal error on creation"));
        }
    }

    private void writeMachine(Xml xml) {
        xml.text("rootDeviceType", "ebs")
                .text("rootDeviceName", platform.rootDevice())
                .text("virtualizationType", "hvm")
                .text("hypervisor", "xen")
                .text("platformDetails", "Linux/UNIX")
                .text("usageOperation", "RunInstances")
                .text("enaSupport", platform.ena())
                .textIfAny("sriovNetSupport", platform.sriov() ? "simple" : "")
                .textIfAny("imdsSupport", imdsSupport);
    }
}
