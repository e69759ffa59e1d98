package io.jenkins.plugins.packerbuild.simulator.fault;

import io.jenkins.plugins.packerbuild.simulator.account.Service;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An order to fail: the next so many calls of an action go wrong in one way.
 *
 * @param action the EC2 action or DigitalOcean's operation id ({@code dropletActions_post.snapshot} for one type of
 *     action, {@code dropletActions_post} for all of them); {@code *} for every action of the service
 * @param times how many calls; {@link #ALWAYS} for all of them
 */
public record Fault(Service service, String action, FaultKind kind, int times) {

    /** For {@link #times()}: the fault never wears off. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("a fault happens at least once, not " + times + " times");
        }
    }

    /**
     * Reads {@code SERVICE:ACTION:KIND[:TIMES]}, as {@code ec2:RunInstances:capacity:1}; TIMES is a number, or
     * {@code always}, and 1 where it is left out.
     *
     * @throws IllegalArgumentException saying which part is wrong and what it may be
     */
    public static Fault parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 3 || parts.length > 4 || parts[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not SERVICE:ACTION:KIND[:TIMES]. Write it as in 'ec2:RunInstances:capacity:1'.");
        }
        return new Fault(service(parts[0]), parts[1], kind(parts[2]), parts.length == 3 ? 1 : times(parts[3]));
    }

    boolean concerns(Service calledService, String calledAction) {
        return service == calledService
                && (action.equals("*") || calledAction.equals(action) || calledAction.startsWith(action + "."));
    }

    private static Service service(String name) {
        return Service.parse(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is not a service. Choose one of " + names(Service.values()) + "."));
    }

    private static FaultKind kind(String name) {
        return FaultKind.parse(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is not a fault. Choose one of " + names(FaultKind.values()) + "."));
    }

    private static int times(String text) {
        if (text.equals("always")) {
            return ALWAYS;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number of times. Give 1 or more, or 'always'.", e);
        }
    }

    private static String names(Object[] values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Service service ? service.label() : ((FaultKind) value).label())
                .collect(Collectors.joining(", "));
    }
}
