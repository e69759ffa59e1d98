package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.List;

/** Makes room for the new image: takes older ones of the same name out of the catalogue. */
record DeregisterImageStep(Site site, String imageName, boolean deleteSnapshots) implements Step<List<ImageInfo>> {

    @Override
    public String name() {
        return "StepDeregisterAMI";
    }

    /** Those that were removed. */
    @Override
    public List<ImageInfo> run(BuildScope scope) {
        Ec2 ec2 = site.ec2();
        List<ImageInfo> older = ec2.images(Filters.of("name", imageName), List.of("self"));
        for (ImageInfo image : older) {
            ec2.deregisterImage(image.id());
            site.tell().deregisteredOlder(imageName, image.id());
            if (deleteSnapshots) {
                image.snapshots().forEach(snapshot -> delete(ec2, snapshot));
            }
        }
        return older;
    }

    private void delete(Ec2 ec2, SnapshotId snapshot) {
        ec2.deleteSnapshot(snapshot);
        site.tell().deletedSnapshot(snapshot);
    }
}
