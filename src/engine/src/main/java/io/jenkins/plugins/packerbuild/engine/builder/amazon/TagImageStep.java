package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives the image and its snapshots their tags, and takes away those that mark them as temporary. */
record TagImageStep(Site site, ImageOptions options, CreateImageStep.Made made, Map<String, ?> data)
        implements Step<ImageInfo> {

    @Override
    public String name() {
        return "StepCreateTags";
    }

    /** The image, which from now on is meant to stay. */
    @Override
    public ImageInfo run(BuildScope scope) {
        ImageInfo image = made.image();
        List<String> snapshots =
                image.snapshots().stream().map(SnapshotId::value).toList();
        List<String> all = new ArrayList<>(List.of(image.id().value()));
        all.addAll(snapshots);
        tag(image, all, snapshots);
        site.ec2().deleteTags(all, RunTags.TEMPORARY);
        made.tracked().keep();
        return image;
    }

    private void tag(ImageInfo image, List<String> all, List<String> snapshots) {
        Map<String, String> tags = options.tags().render(data);
        Map<String, String> snapshotTags = options.snapshots().tags().render(data);
        if (tags.isEmpty() && snapshotTags.isEmpty()) {
            return;
        }
        site.tell().taggingImage(image);
        site.tell().imageTags(tags);
        if (!tags.isEmpty()) {
            site.ec2().createTags(all, tags);
        }
        site.tell().snapshotTags(snapshotTags);
        if (!snapshotTags.isEmpty() && !snapshots.isEmpty()) {
            site.ec2().createTags(snapshots, snapshotTags);
        }
    }
}
