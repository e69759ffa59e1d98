package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance. Guarded by the cloud's lock. */
final class Instance {

    final String id;
    final Launch launch;
    final Instant launchedAt;
    final List<Resources.Volume> volumes = new ArrayList<>();

    InstanceState state = InstanceState.PENDING;
    boolean ena;
    boolean sriov;
    String failure = "";
    private @Nullable Machine machine;

    Instance(String id, Launch launch, Instant launchedAt) {
        this.id = id;
        this.launch = launch;
        this.launchedAt = launchedAt;
        this.ena = launch.image().platform.ena();
        this.sriov = launch.image().platform.sriov();
    }

    Optional<Machine> machine() {
        return Optional.ofNullable(machine);
    }

    void run(Machine booted) {
        machine = booted;
        state = InstanceState.RUNNING;
    }

    /** Where it is reached: only while it has an address. */
    String privateIp() {
        return state.isGone() ? "" : machine().map(Machine::address).orElse("");
    }

    String publicIp() {
        boolean has = state == InstanceState.RUNNING && launch.network().publicIp();
        return has ? machine().map(Machine::address).orElse("") : "";
    }

    /** The name for its public address: one that resolves to loopback anywhere. */
    String publicDns() {
        return publicIp();
    }

    Map<String, List<String>> attributes() {
        return Map.ofEntries(
                Map.entry("instance-id", List.of(id)),
                Map.entry("instance-state-name", List.of(state.label())),
                Map.entry("instance-state-code", List.of(Integer.toString(state.code()))),
                Map.entry("instance-type", List.of(launch.type())),
                Map.entry("image-id", List.of(launch.image().id)),
                Map.entry("client-token", List.of(launch.clientToken())),
                Map.entry("key-name", List.of(launch.keyName())),
                Map.entry("vpc-id", List.of(launch.network().subnet().vpcId())),
                Map.entry("subnet-id", List.of(launch.network().subnet().id())),
                Map.entry("availability-zone", List.of(launch.network().subnet().zone())),
                Map.entry("ip-address", List.of(publicIp())),
                Map.entry("private-ip-address", List.of(privateIp())),
                Map.entry("owner-id", List.of(Ec2State.ACCOUNT_ID)),
                Map.entry("instance.group-id", groupIds()),
                Map.entry("group-id", groupIds()));
    }

    List<String> groupIds() {
        return launch.network().groups().stream().map(group -> group.id).toList();
    }

    void write(Xml xml, Map<String, String> tags) {
        Launch.Network network = launch.network();
        xml.text("instanceId", id)
                .text("imageId", launch.image().id)
                .element("instanceState", state::write)
                .text("privateDnsName", "")
                .text("dnsName", publicDns())
                .textIfAny("reason", failure)
                .textIfAny("keyName", launch.keyName())
                .text("amiLaunchIndex", 0)
                .text("instanceType", launch.type())
                .text("launchTime", Ec2State.time(launchedAt))
                .element(
                        "placement",
                        it -> it.text("availabilityZone", network.subnet().zone())
                                .text("groupName", "")
                                .text("tenancy", launch.tenancy()))
                .element("monitoring", it -> it.text("state", "disabled"));
        if (!state.isGone()) {
            xml.text("subnetId", network.subnet().id())
                    .text("vpcId", network.subnet().vpcId())
                    .textIfAny("privateIpAddress", privateIp())
                    .textIfAny("ipAddress", publicIp());
        }
        writeRest(xml, tags);
    }

    private void writeRest(Xml xml, Map<String, String> tags) {
        xml.text("sourceDestCheck", true)
                .list(
                        "groupSet",
                        launch.network().groups(),
                        (it, group) -> it.text("groupId", group.id).text("groupName", group.name))
                .text("architecture", launch.image().platform.architecture())
                .text("rootDeviceType", "ebs")
                .text("rootDeviceName", launch.image().platform.rootDevice())
                .list("blockDeviceMapping", state.isGone() ? List.<Resources.Volume>of() : volumes, this::writeVolume)
                .text("virtualizationType", "hvm")
                .text("clientToken", launch.clientToken())
                .tags(tags)
                .text("hypervisor", "xen")
                .text("ebsOptimized", launch.ebsOptimized())
                .text("enaSupport", ena)
                .textIfAny("sriovNetSupport", sriov ? "simple" : "")
                .element("metadataOptions", it -> launch.metadata().write(it));
        if (!launch.profileArn().isEmpty()) {
            xml.element(
                    "iamInstanceProfile",
                    it -> it.text("arn", launch.profileArn()).text("id", "AIPASIMULATED"));
        }
        if (!failure.isEmpty()) {
            xml.element(
                    "stateReason", it -> it.text("code", "Server.InternalError").text("message", failure));
        }
    }

    private void writeVolume(Xml xml, Resources.Volume volume) {
        xml.text("deviceName", volume.device.name())
                .element(
                        "ebs",
                        it -> it.text("volumeId", volume.id)
                                .text("status", state == InstanceState.PENDING ? "attaching" : "attached")
                                .text("attachTime", Ec2State.time(launchedAt))
                                .text("deleteOnTermination", volume.device.ebs().deleteOnTermination()));
    }
}
