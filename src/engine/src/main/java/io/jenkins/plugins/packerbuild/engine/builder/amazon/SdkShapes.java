package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.EbsInstanceBlockDevice;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** From our values to the SDK's and back. */
final class SdkShapes {

    private SdkShapes() {}

    static List<Filter> filters(Filters filters) {
        return filters.values().entrySet().stream()
                .map(entry -> Filter.builder()
                        .name(entry.getKey())
                        .values(entry.getValue())
                        .build())
                .toList();
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(entry -> Tag.builder()
                        .key(entry.getKey())
                        .value(entry.getValue())
                        .build())
                .toList();
    }

    static TagSpecification tagged(ResourceType type, Map<String, String> tags) {
        return TagSpecification.builder().resourceType(type).tags(tags(tags)).build();
    }

    static ImageInfo image(Image image) {
        List<SnapshotId> snapshots = image.blockDeviceMappings().stream()
                .filter(device ->
                        device.ebs() != null && !text(device.ebs().snapshotId()).isEmpty())
                .map(device -> new SnapshotId(device.ebs().snapshotId()))
                .toList();
        return new ImageInfo(
                new AmiId(image.imageId()),
                imageState(text(image.stateAsString())),
                image.stateReason() == null ? "" : text(image.stateReason().message()),
                new ImageInfo.Origin(
                        text(image.name()),
                        text(image.creationDate()),
                        text(image.ownerId()),
                        text(image.imageOwnerAlias())),
                text(image.rootDeviceTypeAsString()),
                snapshots,
                map(image.tags()));
    }

    private static ImageInfo.State imageState(String state) {
        return switch (state) {
            case "available" -> ImageInfo.State.AVAILABLE;
            case "failed", "error", "invalid" -> ImageInfo.State.FAILED;
            case "deregistered", "disabled" -> ImageInfo.State.DEREGISTERED;
            default -> ImageInfo.State.PENDING;
        };
    }

    static InstanceInfo instance(Instance instance) {
        return new InstanceInfo(
                new InstanceId(instance.instanceId()),
                instanceState(text(instance.state().nameAsString())),
                instance.stateReason() == null
                        ? ""
                        : text(instance.stateReason().message()),
                new InstanceInfo.Addresses(
                        text(instance.vpcId()),
                        text(instance.publicIpAddress()),
                        text(instance.privateIpAddress()),
                        text(instance.publicDnsName()),
                        text(instance.privateDnsName())),
                text(instance.rootDeviceTypeAsString()),
                instance.blockDeviceMappings().stream()
                        .map(InstanceBlockDeviceMapping::ebs)
                        .filter(ebs -> ebs != null && ebs.volumeId() != null && stays(ebs))
                        .map(ebs -> new VolumeId(ebs.volumeId()))
                        .toList());
    }

    private static boolean stays(EbsInstanceBlockDevice ebs) {
        return !Boolean.TRUE.equals(ebs.deleteOnTermination());
    }

    private static InstanceInfo.State instanceState(String state) {
        return InstanceInfo.State.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Map<String, String> map(Collection<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(tag -> text(tag.key()), tag -> text(tag.value()), (a, b) -> b));
    }

    /** What the SDK does not know is null; here it is empty. */
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
