package io.jenkins.plugins.packerbuild.engine.artifact;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One machine image at a provider.
 *
 * @param id the bare provider id, as in {@code ami-0abc} or {@code 9001}
 * @param region where it was built or, for a copy, where it lies
 * @param regions all regions where this id can be used: just the one for an AMI
 */
public record Image(String id, String region, List<String> regions) {

    /** Copies its list. */
    public Image {
        regions = List.copyOf(regions);
    }

    /** The same image with every text changed. */
    Image mapText(UnaryOperator<String> change) {
        return new Image(
                change.apply(id),
                change.apply(region),
                regions.stream().map(change).toList());
    }
}
