package io.jenkins.plugins.packerbuild.simulator.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts every call that reaches a simulated cloud, refused ones too. Safe for use by several threads at once. */
public final class CallAccount {

    private final Map<Key, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<Key, LongAdder> refused = new ConcurrentHashMap<>();

    private record Key(Service service, String action) {}

    /**
     * The calls of one action.
     *
     * @param action the EC2 action, or DigitalOcean's operation id, as {@code RunInstances}, {@code droplets_create}
     * @param count all calls
     * @param refused those of them that ended with an error or with no answer
     */
    public record Line(Service service, String action, long count, long refused) {}

    /** Notes a call that has ended, well or not. */
    public void note(Service service, String action, boolean wasRefused) {
        Key key = new Key(service, action);
        answered.computeIfAbsent(key, k -> new LongAdder()).increment();
        if (wasRefused) {
            refused.computeIfAbsent(key, k -> new LongAdder()).increment();
        }
    }

    /** How often an action was called; 0 if never. */
    public long count(Service service, String action) {
        return sum(answered, new Key(service, action));
    }

    /** How many calls a service has had. */
    public long total(Service service) {
        return lines().stream()
                .filter(line -> line.service() == service)
                .mapToLong(Line::count)
                .sum();
    }

    /** All actions that were called, by service and name. */
    public List<Line> lines() {
        return answered.keySet().stream()
                .map(key -> new Line(key.service(), key.action(), sum(answered, key), sum(refused, key)))
                .sorted(Comparator.comparing(Line::service).thenComparing(Line::action))
                .toList();
    }

    private static long sum(Map<Key, LongAdder> counts, Key key) {
        LongAdder adder = counts.get(key);
        return adder == null ? 0 : adder.sum();
    }
}
