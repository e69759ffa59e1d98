package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.Comparator;
import java.util.List;

/** Finds the image to start from. */
record FindSourceImageStep(Site site, SourceOptions source) implements Step<ImageInfo> {

    @Override
    public String name() {
        return "StepSourceAMIInfo";
    }

    @Override
    public ImageInfo run(BuildScope scope) {
        List<ImageInfo> found = site.cloud().facts().sources(source, site.pace());
        if (found.isEmpty()) {
            throw new BuildException(Problem.of(
                            "No AMI was found matching filters: " + asked() + " in " + site.place() + ".")
                    .withCure("Check the source image's id, filters and owners, and that it is in this region."));
        }
        if (found.size() > 1 && !source.mostRecent()) {
            throw new BuildException(Problem.of("Your query returned more than one result (" + found.size() + ").")
                    .withCure("Please try a more specific search, or set most_recent to true."));
        }
        ImageInfo image = found.stream()
                .max(Comparator.comparing(candidate -> candidate.origin().creationDate()))
                .orElseThrow();
        checkRootDevice(image);
        site.tell().foundSource(image.id());
        return image;
    }

    private void checkRootDevice(ImageInfo image) {
        if (!image.rootDeviceType().equals("ebs")) {
            throw new BuildException(
                    Problem.of("The provided source AMI has an invalid root device type: expected 'ebs'," + " but "
                                    + image.id() + " has '" + image.rootDeviceType() + "'.")
                            .withCure("Use a source image whose root device is an EBS volume."));
        }
    }

    private String asked() {
        Filters filters =
                source.id().map(id -> source.filters().and("image-id", id)).orElse(source.filters());
        return filters + (source.owners().isEmpty() ? "" : ", owners " + source.owners());
    }
}
