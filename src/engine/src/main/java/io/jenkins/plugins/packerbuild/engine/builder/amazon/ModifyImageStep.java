package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.Map;

/** Gives the image its description, and shares it and its snapshots. */
record ModifyImageStep(Site site, ImageOptions options, ImageInfo image, Map<String, ?> data)
        implements Step<ImageInfo> {

    @Override
    public String name() {
        return "StepModifyAMIAttributes";
    }

    @Override
    public ImageInfo run(BuildScope scope) {
        String description =
                options.description().map(text -> text.renderOnly(data)).orElse("");
        if (!description.isEmpty() || !options.sharing().isEmpty()) {
            site.tell().modifyingImage(image.id());
        }
        if (!description.isEmpty()) {
            site.tell().modifying("description");
            site.ec2().describeImage(image.id(), description);
        }
        if (!options.sharing().isEmpty()) {
            tell(options.sharing());
            site.ec2().shareImage(image.id(), options.sharing());
        }
        Sharing sharing = options.snapshots().sharing();
        if (!sharing.isEmpty()) {
            image.snapshots().forEach(snapshot -> share(snapshot, sharing));
        }
        return image;
    }

    private void share(SnapshotId snapshot, Sharing sharing) {
        site.tell().modifyingSnapshot(snapshot);
        tell(sharing);
        site.ec2().shareSnapshot(snapshot, sharing);
    }

    private void tell(Sharing sharing) {
        if (!sharing.users().isEmpty()) {
            site.tell().modifying("users");
        }
        if (!sharing.groups().isEmpty()) {
            site.tell().modifying("groups");
        }
    }
}
