package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.List;

/** Gives the snapshot the tags it keeps, and takes the expiry from it. From here on it is meant to stay. */
final class TagSnapshotStep implements Step<FinishedSnapshot> {

    private final DigitalOcean api;
    private final FinishedSnapshot snapshot;
    private final RunTags tags;
    private final List<String> wanted;

    TagSnapshotStep(DigitalOcean api, FinishedSnapshot snapshot, RunTags tags, List<String> wanted) {
        this.api = api;
        this.snapshot = snapshot;
        this.tags = tags;
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public FinishedSnapshot run(BuildScope scope) {
        for (String tag : wanted) {
            api.createTag(tag);
            api.tagImage(tag, snapshot.id());
        }
        api.tagImage(tags.names().run(), snapshot.id());
        api.untagImage(tags.names().expires(), snapshot.id());
        tags.keepForImage();
        snapshot.owned().gone();
        return snapshot;
    }
}
