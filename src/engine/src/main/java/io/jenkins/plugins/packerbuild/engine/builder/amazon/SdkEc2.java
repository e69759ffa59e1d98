package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.CreateImageRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.LaunchPermission;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VolumeState;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.sts.StsClient;

/** The calls by the AWS SDK. */
record SdkEc2(Ec2Client ec2, StsClient sts, SdkCalls calls) implements Ec2 {

    private static final String IMAGE = "AMI";
    private static final String INSTANCE = "instance";
    private static final String SNAPSHOT = "snapshot";
    private static final String GROUP = "security group";
    private static final String KEY_PAIR = "key pair";

    @Override
    public String account() {
        return calls.get(new Subject("use", "AWS credentials", ""), sts::getCallerIdentity)
                .account();
    }

    @Override
    public Set<String> regions() {
        return calls.get(listing("regions"), ec2::describeRegions).regions().stream()
                .map(Region::regionName)
                .collect(Collectors.toSet());
    }

    @Override
    public List<ImageInfo> images(Filters filters, List<String> owners) {
        DescribeImagesRequest.Builder request = DescribeImagesRequest.builder();
        if (!owners.isEmpty()) {
            request.owners(owners);
        }
        if (!filters.values().isEmpty()) {
            request.filters(SdkShapes.filters(filters));
        }
        return calls.get(
                listing("AMIs"),
                () -> ec2.describeImagesPaginator(request.build()).images().stream()
                        .map(SdkShapes::image)
                        .toList());
    }

    @Override
    public List<InstanceInfo> instances(Filters filters) {
        return calls.get(
                listing("instances"),
                () -> ec2
                        .describeInstancesPaginator(request -> request.filters(SdkShapes.filters(filters)))
                        .reservations()
                        .stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(SdkShapes::instance)
                        .toList());
    }

    @Override
    public boolean isDefaultVpc(String vpcId) {
        return calls
                .get(new Subject("find", "VPC", vpcId), () -> ec2.describeVpcs(request -> request.vpcIds(vpcId)))
                .vpcs()
                .stream()
                .anyMatch(Vpc::isDefault);
    }

    @Override
    public List<SubnetInfo> subnets(Filters filters) {
        return calls.get(
                listing("subnets"),
                () ->
                        ec2
                                .describeSubnetsPaginator(request -> request.filters(SdkShapes.filters(filters)))
                                .subnets()
                                .stream()
                                .map(found -> new SubnetInfo(found.subnetId(), found.vpcId(), found.availabilityZone()))
                                .toList());
    }

    @Override
    public List<GroupId> securityGroups(Filters filters) {
        return calls.get(
                listing("security groups"),
                () -> ec2
                        .describeSecurityGroupsPaginator(request -> request.filters(SdkShapes.filters(filters)))
                        .securityGroups()
                        .stream()
                        .map(group -> new GroupId(group.groupId()))
                        .toList());
    }

    @Override
    public List<VolumeInfo> volumes(Filters filters) {
        return calls.get(
                listing("volumes"),
                () ->
                        ec2
                                .describeVolumesPaginator(request -> request.filters(SdkShapes.filters(filters)))
                                .volumes()
                                .stream()
                                .filter(volume ->
                                        volume.state() != VolumeState.DELETED && volume.state() != VolumeState.DELETING)
                                .map(volume -> new VolumeInfo(
                                        new VolumeId(volume.volumeId()), volume.state() == VolumeState.AVAILABLE))
                                .toList());
    }

    @Override
    public List<SnapshotId> snapshots(Filters filters) {
        return calls.get(
                listing("snapshots"),
                () -> ec2
                        .describeSnapshotsPaginator(
                                request -> request.ownerIds("self").filters(SdkShapes.filters(filters)))
                        .snapshots()
                        .stream()
                        .map(snapshot -> new SnapshotId(snapshot.snapshotId()))
                        .toList());
    }

    @Override
    public Secret createKeyPair(String name, Map<String, String> tags) {
        return Secret.of(calls.create(
                        new Subject("create", KEY_PAIR, name),
                        () -> ec2.createKeyPair(request ->
                                request.keyName(name).tagSpecifications(SdkShapes.tagged(ResourceType.KEY_PAIR, tags))))
                .keyMaterial());
    }

    @Override
    public List<String> keyPairs(Filters filters) {
        return calls
                .get(
                        listing("key pairs"),
                        () -> ec2.describeKeyPairs(request -> request.filters(SdkShapes.filters(filters))))
                .keyPairs()
                .stream()
                .map(KeyPairInfo::keyName)
                .toList();
    }

    @Override
    public void deleteKeyPair(String name) {
        calls.run(new Subject("delete", KEY_PAIR, name), () -> ec2.deleteKeyPair(request -> request.keyName(name)));
    }

    @Override
    public GroupId createSecurityGroup(NewGroup group) {
        CreateSecurityGroupRequest.Builder request = CreateSecurityGroupRequest.builder()
                .groupName(group.name())
                .description("Temporary group for Packer")
                .tagSpecifications(SdkShapes.tagged(ResourceType.SECURITY_GROUP, group.tags()));
        group.vpcId().ifPresent(request::vpcId);
        return new GroupId(
                calls.create(new Subject("create", GROUP, group.name()), () -> ec2.createSecurityGroup(request.build()))
                        .groupId());
    }

    @Override
    public void authorizeIngress(GroupId group, int port, List<String> cidrs) {
        IpPermission.Builder permission =
                IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port);
        List<String> v6 = cidrs.stream().filter(cidr -> cidr.contains(":")).toList();
        List<String> v4 = cidrs.stream().filter(cidr -> !cidr.contains(":")).toList();
        if (!v4.isEmpty()) {
            permission.ipRanges(v4.stream()
                    .map(cidr -> IpRange.builder().cidrIp(cidr).build())
                    .toList());
        }
        if (!v6.isEmpty()) {
            permission.ipv6Ranges(v6.stream()
                    .map(cidr -> Ipv6Range.builder().cidrIpv6(cidr).build())
                    .toList());
        }
        calls.run(
                new Subject("authorize access to", GROUP, group.value()),
                () -> ec2.authorizeSecurityGroupIngress(
                        request -> request.groupId(group.value()).ipPermissions(permission.build())));
    }

    @Override
    public void deleteSecurityGroup(GroupId group) {
        calls.run(
                new Subject("delete", GROUP, group.value()),
                () -> ec2.deleteSecurityGroup(request -> request.groupId(group.value())));
    }

    @Override
    public InstanceInfo runInstance(LaunchRequest launch) {
        return SdkShapes.instance(calls.create(
                        new Subject("launch", INSTANCE, launch.machine().type()),
                        () -> ec2.runInstances(SdkLaunch.request(launch)))
                .instances()
                .get(0));
    }

    @Override
    public void setEnaSupport(InstanceId instance, boolean enabled) {
        AttributeBooleanValue value =
                AttributeBooleanValue.builder().value(enabled).build();
        calls.run(
                new Subject("set ENA support of", INSTANCE, instance.value()),
                () -> ec2.modifyInstanceAttribute(
                        request -> request.instanceId(instance.value()).enaSupport(value)));
    }

    @Override
    public void stopInstance(InstanceId instance) {
        calls.run(
                new Subject("stop", INSTANCE, instance.value()),
                () -> ec2.stopInstances(request -> request.instanceIds(instance.value())));
    }

    @Override
    public void terminateInstance(InstanceId instance) {
        calls.run(
                new Subject("terminate", INSTANCE, instance.value()),
                () -> ec2.terminateInstances(request -> request.instanceIds(instance.value())));
    }

    @Override
    public void deleteVolume(VolumeId volume) {
        calls.run(
                new Subject("delete", "volume", volume.value()),
                () -> ec2.deleteVolume(request -> request.volumeId(volume.value())));
    }

    @Override
    public AmiId createImage(NewImage image) {
        CreateImageRequest.Builder request = CreateImageRequest.builder()
                .instanceId(image.source().value())
                .name(image.name())
                .tagSpecifications(
                        SdkShapes.tagged(ResourceType.IMAGE, image.tags()),
                        SdkShapes.tagged(ResourceType.SNAPSHOT, image.tags()));
        if (!image.devices().isEmpty()) {
            request.blockDeviceMappings(SdkLaunch.devices(image.devices()));
        }
        return new AmiId(
                calls.create(new Subject("create", IMAGE, image.name()), () -> ec2.createImage(request.build()))
                        .imageId());
    }

    @Override
    public void describeImage(AmiId image, String description) {
        calls.run(
                new Subject("describe", IMAGE, image.value()),
                () -> ec2.modifyImageAttribute(
                        request -> request.imageId(image.value()).description(value -> value.value(description))));
    }

    @Override
    public void shareImage(AmiId image, Sharing with) {
        List<LaunchPermission> permissions = new ArrayList<>();
        with.users()
                .forEach(user ->
                        permissions.add(LaunchPermission.builder().userId(user).build()));
        with.groups()
                .forEach(group ->
                        permissions.add(LaunchPermission.builder().group(group).build()));
        calls.run(
                new Subject("share", IMAGE, image.value()),
                () -> ec2.modifyImageAttribute(
                        request -> request.imageId(image.value()).launchPermission(change -> change.add(permissions))));
    }

    @Override
    public void shareSnapshot(SnapshotId snapshot, Sharing with) {
        ModifySnapshotAttributeRequest.Builder request = ModifySnapshotAttributeRequest.builder()
                .snapshotId(snapshot.value())
                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .operationType(OperationType.ADD);
        if (!with.users().isEmpty()) {
            request.userIds(with.users());
        }
        if (!with.groups().isEmpty()) {
            request.groupNames(with.groups());
        }
        calls.run(new Subject("share", SNAPSHOT, snapshot.value()), () -> ec2.modifySnapshotAttribute(request.build()));
    }

    @Override
    public void deregisterImage(AmiId image) {
        calls.run(
                new Subject("deregister", IMAGE, image.value()),
                () -> ec2.deregisterImage(request -> request.imageId(image.value())));
    }

    @Override
    public void deleteSnapshot(SnapshotId snapshot) {
        calls.run(
                new Subject("delete", SNAPSHOT, snapshot.value()),
                () -> ec2.deleteSnapshot(request -> request.snapshotId(snapshot.value())));
    }

    @Override
    public void createTags(List<String> ids, Map<String, String> tags) {
        calls.run(
                new Subject("tag", "resources", String.join(", ", ids)),
                () -> ec2.createTags(request -> request.resources(ids).tags(SdkShapes.tags(tags))));
    }

    @Override
    public void deleteTags(List<String> ids, Set<String> keys) {
        List<Tag> tags = keys.stream()
                .sorted()
                .map(key -> Tag.builder().key(key).build())
                .toList();
        calls.run(
                new Subject("remove tags of", "resources", String.join(", ", ids)),
                () -> ec2.deleteTags(request -> request.resources(ids).tags(tags)));
    }

    private static Subject listing(String kind) {
        return new Subject("list", kind, "");
    }
}
