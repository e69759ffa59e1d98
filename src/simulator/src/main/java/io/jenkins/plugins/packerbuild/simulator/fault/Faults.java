package io.jenkins.plugins.packerbuild.simulator.fault;

import io.jenkins.plugins.packerbuild.simulator.account.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The faults that are ordered and have not happened yet. Safe for use by several threads at once. */
public final class Faults {

    /** Guarded by this. */
    private final Map<Fault, Integer> left = new LinkedHashMap<>();

    /** Orders a fault; it takes effect with the next call that it concerns, after those that were ordered before it. */
    public synchronized void add(Fault fault) {
        left.merge(fault, fault.times(), (a, b) -> a + b < 0 ? Fault.ALWAYS : a + b);
    }

    /** Forgets every fault. */
    public synchronized void clear() {
        left.clear();
    }

    /** What goes wrong with this call; the fault is used up by one. */
    public synchronized Optional<FaultKind> take(Service service, String action) {
        Optional<Fault> next = left.keySet().stream()
                .filter(fault -> fault.concerns(service, action))
                .findFirst();
        next.ifPresent(this::use);
        return next.map(Fault::kind);
    }

    private void use(Fault fault) {
        if (fault.times() != Fault.ALWAYS) {
            left.computeIfPresent(fault, (key, times) -> times == 1 ? null : times - 1);
        }
    }
}
