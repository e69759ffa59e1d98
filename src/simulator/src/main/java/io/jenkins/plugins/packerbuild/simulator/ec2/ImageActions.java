package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describing and deregistering images. */
final class ImageActions {

    Map<String, Ec2Action> table() {
        return Map.of("DescribeImages", ImageActions::describe, "DeregisterImage", ImageActions::deregister);
    }

    private static void describe(Ec2Call call, Xml xml) {
        QueryParameters parameters = call.parameters();
        List<String> ids = parameters.list("ImageId");
        List<String> owners = parameters.list("Owner");
        List<Image> wanted = ids.isEmpty()
                ? List.copyOf(call.region().images.values())
                : ids.stream().map(call.region()::image).toList();
        List<Image> found = wanted.stream()
                .filter(image -> owners.isEmpty() || owners.stream().anyMatch(image::isOwnedBy))
                .filter(image -> call.passes(image.attributes(), image.id))
                .toList();
        xml.list(
                "imagesSet",
                found,
                (it, image) -> image.write(it, call.region().tags.of(image.id)));
    }

    private static void deregister(Ec2Call call, Xml xml) {
        Region region = call.region();
        Image image = region.ownImage(call.parameters().required("ImageId"));
        region.images.remove(image.id);
        region.tags.forget(image.id);
        if (call.parameters().text("DeleteAssociatedSnapshots").equals(Optional.of("true"))) {
            image.devices.forEach(device -> region.snapshots.remove(device.snapshotId()));
        }
        xml.text("return", true);
    }
}
