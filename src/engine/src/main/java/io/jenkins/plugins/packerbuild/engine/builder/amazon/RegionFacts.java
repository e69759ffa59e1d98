package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What does not change in a region during a run, each asked for once by whichever builder needs it first. Safe for use by
 * several threads.
 */
final class RegionFacts {

    /** EC2 takes at most so many values in one filter. */
    private static final int VALUES_IN_A_FILTER = 200;

    private final Ec2Line line;
    private final ExpectedNames expected;
    private final Shared<String, String> accounts = new Shared<>();
    private final Shared<String, Set<String>> regions = new Shared<>();
    private final Shared<SourceOptions, List<ImageInfo>> sources = new Shared<>();
    private final Shared<String, List<SubnetInfo>> subnets = new Shared<>();
    private final Shared<String, Boolean> defaultVpcs = new Shared<>();
    private final Shared<String, TakenNames> takenNames = new Shared<>();

    /** What was asked, and who has one of these names. */
    private record TakenNames(Set<String> asked, Map<String, AmiId> taken) {}

    RegionFacts(Ec2Line line, ExpectedNames expected) {
        this.line = line;
        this.expected = expected;
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

    /** In as many calls as it takes. */
    static <T> List<T> inPieces(List<String> values, Function<List<String>, List<T>> describe) {
        List<T> all = new ArrayList<>();
        for (int from = 0; from < values.size(); from += VALUES_IN_A_FILTER) {
            all.addAll(describe.apply(values.subList(from, Math.min(values.size(), from + VALUES_IN_A_FILTER))));
        }
        return all;
    }

    private Ec2 ec2(Pace pace) {
        return line.within(pace.cancellation());
    }
}
