package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Writes {@code RunInstances} requests. What is not set is left out. */
final class SdkLaunch {

    private SdkLaunch() {}

    static RunInstancesRequest request(LaunchRequest launch) {
        RunInstancesRequest.Builder request = RunInstancesRequest.builder()
                .minCount(1)
                .maxCount(1)
                .imageId(launch.source().value())
                .clientToken(launch.clientToken())
                .tagSpecifications(
                        SdkShapes.tagged(ResourceType.INSTANCE, launch.tags().instance()),
                        SdkShapes.tagged(ResourceType.VOLUME, launch.tags().volumes()));
        launch.keyName().ifPresent(request::keyName);
        machine(request, launch.machine());
        network(request, launch.network());
        if (!launch.devices().isEmpty()) {
            request.blockDeviceMappings(devices(launch.devices()));
        }
        return request.build();
    }

    private static void machine(RunInstancesRequest.Builder request, LaunchRequest.Machine machine) {
        request.instanceType(machine.type()).instanceInitiatedShutdownBehavior(machine.shutdownBehavior());
        if (machine.ebsOptimized()) {
            request.ebsOptimized(true);
        }
        machine.instanceProfile()
                .ifPresent(name -> request.iamInstanceProfile(
                        IamInstanceProfileSpecification.builder().name(name).build()));
        machine.userData().map(Secret::reveal).ifPresent(request::userData);
        machine.metadata().ifPresent(options -> request.metadataOptions(metadata(options)));
    }

    private static InstanceMetadataOptionsRequest metadata(MetadataOptions options) {
        InstanceMetadataOptionsRequest.Builder request = InstanceMetadataOptionsRequest.builder();
        options.endpoint().ifPresent(request::httpEndpoint);
        options.tokens().ifPresent(request::httpTokens);
        options.tags().ifPresent(request::instanceMetadataTags);
        if (options.hopLimit() > 0) {
            request.httpPutResponseHopLimit(options.hopLimit());
        }
        return request.build();
    }

    /** A public address can only be asked for on an interface, and then all that concerns the network stands there. */
    private static void network(RunInstancesRequest.Builder request, LaunchRequest.Network network) {
        List<String> groups = network.groups().stream().map(GroupId::value).toList();
        network.availabilityZone()
                .ifPresent(zone -> request.placement(
                        Placement.builder().availabilityZone(zone).build()));
        if (network.publicAddress().isPresent() && network.subnetId().isPresent()) {
            request.networkInterfaces(InstanceNetworkInterfaceSpecification.builder()
                    .deviceIndex(0)
                    .associatePublicIpAddress(network.publicAddress().get())
                    .subnetId(network.subnetId().get())
                    .groups(groups)
                    .deleteOnTermination(true)
                    .build());
            return;
        }
        network.subnetId().ifPresent(request::subnetId);
        request.securityGroupIds(groups);
    }

    static List<BlockDeviceMapping> devices(List<BlockDevice> devices) {
        return devices.stream().map(SdkLaunch::device).toList();
    }

    private static BlockDeviceMapping device(BlockDevice device) {
        BlockDeviceMapping.Builder mapping = BlockDeviceMapping.builder().deviceName(device.deviceName());
        if (device.noDevice()) {
            return mapping.noDevice("").build();
        }
        if (device.virtualName().filter(name -> name.startsWith("ephemeral")).isPresent()) {
            return mapping.virtualName(device.virtualName().get()).build();
        }
        return mapping.ebs(volume(device.volume())).build();
    }

    private static EbsBlockDevice volume(BlockDevice.Volume volume) {
        EbsBlockDevice.Builder ebs = EbsBlockDevice.builder().deleteOnTermination(volume.deleteOnTermination());
        volume.type().ifPresent(ebs::volumeType);
        volume.origin().snapshotId().ifPresent(ebs::snapshotId);
        volume.origin().encrypted().ifPresent(ebs::encrypted);
        volume.origin().kmsKeyId().ifPresent(ebs::kmsKeyId);
        if (volume.sizeGib() > 0) {
            ebs.volumeSize(volume.sizeGib());
        }
        if (volume.iops() > 0) {
            ebs.iops(volume.iops());
        }
        if (volume.throughputMib() > 0) {
            ebs.throughput(volume.throughputMib());
        }
        return ebs.build();
    }
}
