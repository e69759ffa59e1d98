package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
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

    /** EC2 takes at most so many values in one filter. */
    private static final int VALUES_IN_A_FILTER = 200;

    private final CloudKey key;
    private final Ec2Line line;
    private final Clock clock;
    private final ExpectedNames expected;
    private final DoubleSupplier random;
    private final LookBudget looks = new LookBudget();
    private final Watch<InstanceId, InstanceInfo> instances = new Watch<>(looks);
    private final Watch<AmiId, ImageInfo> images = new Watch<>(looks);
    private final Shared<String, String> accounts = new Shared<>();
    private final Shared<String, Set<String>> regions = new Shared<>();
    private final Shared<SourceOptions, List<ImageInfo>> sources = new Shared<>();
    private final Shared<String, List<SubnetInfo>> subnets = new Shared<>();
    private final Shared<String, Boolean> defaultVpcs = new Shared<>();
    private final Shared<String, TakenNames> takenNames = new Shared<>();

    /** What was asked, and who has one of these names. */
    private record TakenNames(Set<String> asked, Map<String, AmiId> taken) {}

    RegionCloud(CloudKey key, Ec2Line line, Clock clock, ExpectedNames expected, DoubleSupplier random) {
        this.key = key;
        this.line = line;
        this.clock = clock;
        this.expected = expected;
        this.random = random;
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

    /** The account's number. */
    String account(Pace pace) {
        return accounts.get("", pace, () -> ec2(pace).account());
    }

    /** The regions that the account may use. */
    Set<String> regions(Pace pace) {
        return regions.get("", pace, () -> ec2(pace).regions());
    }

    /** The images that fit. */
    List<ImageInfo> sources(SourceOptions source, Pace pace) {
        Filters filters =
                source.id().map(id -> source.filters().and("image-id", id)).orElse(source.filters());
        return sources.get(source, pace, () -> ec2(pace).images(filters, source.owners()));
    }

    /** The subnet of that id: one or none. */
    List<SubnetInfo> subnets(String id, Pace pace) {
        return subnets.get(id, pace, () -> ec2(pace).subnets(Filters.of("subnet-id", id)));
    }

    /** Whether EC2 takes it when nobody names one. */
    boolean isDefaultVpc(String id, Pace pace) {
        return defaultVpcs.get(id, pace, () -> ec2(pace).isDefaultVpc(id));
    }

    /** The account's own image of that name, as it was when the first builder asked. */
    Optional<AmiId> imageNamed(String name, Pace pace) {
        TakenNames all = takenNames.get("", pace, () -> askNames(expected.all(), pace));
        if (!all.asked.contains(name)) {
            all = askNames(List.of(name), pace);
        }
        return Optional.ofNullable(all.taken.get(name));
    }

    private TakenNames askNames(List<String> names, Pace pace) {
        List<ImageInfo> found = inPieces(names, piece -> ec2(pace).images(Filters.of("name", piece), List.of("self")));
        Map<String, AmiId> taken = found.stream()
                .collect(Collectors.toMap(image -> image.origin().name(), ImageInfo::id, (one, other) -> one));
        return new TakenNames(new HashSet<>(names), taken);
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
        return inPieces(values, piece -> ec2(pace).instances(Filters.of("instance-id", piece))).stream()
                .collect(Collectors.toMap(InstanceInfo::id, Function.identity()));
    }

    private Map<AmiId, ImageInfo> describeImages(Set<AmiId> ids, Pace pace) {
        List<String> values = ids.stream().map(AmiId::value).toList();
        return inPieces(values, piece -> ec2(pace).images(Filters.of("image-id", piece), List.of("self"))).stream()
                .collect(Collectors.toMap(ImageInfo::id, Function.identity()));
    }

    private static <T> List<T> inPieces(List<String> values, Function<List<String>, List<T>> describe) {
        List<T> all = new ArrayList<>();
        for (int from = 0; from < values.size(); from += VALUES_IN_A_FILTER) {
            all.addAll(describe.apply(values.subList(from, Math.min(values.size(), from + VALUES_IN_A_FILTER))));
        }
        return all;
    }

    private Ec2 ec2(Pace pace) {
        return ec2(pace.cancellation());
    }

    @Override
    public void close() {
        line.close();
    }
}
