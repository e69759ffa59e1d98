package io.jenkins.plugins.packerbuild.engine.artifact;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one builder made. Example: builder {@code amazon-ebs}, packer id {@code us-east-1:ami-0abc}, one image.
 *
 * @param builder the build's name
 * @param type the builder's type
 * @param builderId Packer's id of the builder's code, as in {@code mitchellh.amazonebs}
 * @param packerId Packer's id string of the artifact, as in {@code us-east-1:ami-0abc}
 * @param description Packer's text for people, which may have several lines
 * @param images machine images; empty for builders that make none
 * @param files paths of files that were made; empty for clouds
 */
public record Artifact(
        String builder,
        String type,
        String builderId,
        String packerId,
        String description,
        List<Image> images,
        List<String> files) {

    /** Copies its lists. */
    public Artifact {
        images = List.copyOf(images);
        files = List.copyOf(files);
    }

    /** The same artifact with every text changed that a template or a provider had a hand in; the builder stays. */
    public Artifact mapText(UnaryOperator<String> change) {
        return new Artifact(
                builder,
                type,
                builderId,
                change.apply(packerId),
                change.apply(description),
                images.stream().map(image -> image.mapText(change)).toList(),
                files.stream().map(change).toList());
    }
}
