package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One account, region and endpoint, for all builders of a run: one client, one rate budget, one look at the machines and
 * one at the images for all who wait, and each question whose answer does not change is asked once. Safe for use by
 * several threads.
 */
final class RegionCloud implements AutoCloseable {

    private final CloudKey key;
    private final Ec2Line line;
    private final Clock clock;
    private final DoubleSupplier random;
    private final RegionFacts facts;
    private final Watch<InstanceId, InstanceInfo> instances;
    private final Watch<AmiId, ImageInfo> images;

    RegionCloud(CloudKey key, Ec2Line line, Clock clock, ExpectedNames expected, DoubleSupplier random) {
        this.key = key;
        this.line = line;
        this.clock = clock;
        this.random = random;
        this.facts = new RegionFacts(line, expected);
        LookBudget looks = new LookBudget();
        this.instances = new Watch<>(looks);
        this.images = new Watch<>(looks);
    }

    CloudKey key() {
        return key;
    }

    Clock clock() {
        return clock;
    }

    DoubleSupplier random() {
        return random;
    }

    /** The calls, given up when the cancellation is cancelled. */
    Ec2 ec2(Cancellation cancellation) {
        return line.within(cancellation);
    }

    /** What does not change during a run. */
    RegionFacts facts() {
        return facts;
    }

    /** Waits for a machine, together with all who do. */
    Optional<InstanceInfo> await(InstanceId id, Watch.Goal<InstanceInfo> goal, Pace pace) throws Watch.TimeOver {
        return instances.await(id, goal, pace, ids -> describeInstances(ids, pace));
    }

    /** Waits for an image, together with all who do. */
    Optional<ImageInfo> await(AmiId id, Watch.Goal<ImageInfo> goal, Pace pace) throws Watch.TimeOver {
        return images.await(id, goal, pace, ids -> describeImages(ids, pace));
    }

    private Map<InstanceId, InstanceInfo> describeInstances(Set<InstanceId> ids, Pace pace) {
        List<String> values = ids.stream().map(InstanceId::value).toList();
        return RegionFacts.inPieces(values, piece -> ec2(pace).instances(Filters.of("instance-id", piece))).stream()
                .collect(Collectors.toMap(InstanceInfo::id, Function.identity()));
    }

    private Map<AmiId, ImageInfo> describeImages(Set<AmiId> ids, Pace pace) {
        List<String> values = ids.stream().map(AmiId::value).toList();
        return RegionFacts.inPieces(values, piece -> ec2(pace).images(Filters.of("image-id", piece), List.of("self")))
                .stream()
                .collect(Collectors.toMap(ImageInfo::id, Function.identity()));
    }

    private Ec2 ec2(Pace pace) {
        return ec2(pace.cancellation());
    }

    @Override
    public void close() {
        line.close();
    }
}
