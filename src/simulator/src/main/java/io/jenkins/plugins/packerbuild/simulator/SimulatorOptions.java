package io.jenkins.plugins.packerbuild.simulator;

import io.jenkins.plugins.packerbuild.simulator.fault.Fault;
import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import java.util.List;
import java.util.Set;

/**
 * How the clouds are to be.
 *
 * @param latencies how long they take
 * @param faults what is to go wrong from the start
 * @param acceptedAccessKeys the AWS access keys that are let in; if empty, any is
 * @param acceptedTokens the DigitalOcean tokens that are let in; if empty, any is
 * @param allowHostScripts whether machines may run any script on this computer where there is no jail to be had
 */
public record SimulatorOptions(
        Ports ports,
        Latencies latencies,
        List<Fault> faults,
        Set<String> acceptedAccessKeys,
        Set<String> acceptedTokens,
        boolean allowHostScripts) {

    /** By what the latencies are divided where nobody says otherwise: the example builds in some ten seconds. */
    public static final double DEFAULT_FACTOR = 20;

    public SimulatorOptions {
        faults = List.copyOf(faults);
        acceptedAccessKeys = Set.copyOf(acceptedAccessKeys);
        acceptedTokens = Set.copyOf(acceptedTokens);
    }

    /** Where the clouds listen; 0 is a free port. */
    public record Ports(int ec2, int digitalOcean, int ssh) {

        /** The ports of {@code docs/examples/simulator.json}. */
        public static final Ports FIXED = new Ports(18080, 18081, 18022);

        /** Free ports. */
        public static final Ports FREE = new Ports(0, 0, 0);

        /** Three ports in a row; 0 for free ones. */
        public static Ports from(int base) {
            return base == 0 ? FREE : new Ports(base, base + 1, base + 2);
        }
    }

    /** Free ports, every key let in, latencies divided by a factor. */
    public static SimulatorOptions ofFactor(double factor) {
        return new SimulatorOptions(Ports.FREE, Latencies.ofFactor(factor), List.of(), Set.of(), Set.of(), false);
    }

    /** The same, letting only these keys in. */
    public SimulatorOptions accepting(Set<String> accessKeys, Set<String> tokens) {
        return new SimulatorOptions(ports, latencies, faults, accessKeys, tokens, allowHostScripts);
    }

    /** The same with other latencies. */
    public SimulatorOptions with(Latencies changed) {
        return new SimulatorOptions(ports, changed, faults, acceptedAccessKeys, acceptedTokens, allowHostScripts);
    }

    /** The same on other ports. */
    public SimulatorOptions on(Ports other) {
        return new SimulatorOptions(other, latencies, faults, acceptedAccessKeys, acceptedTokens, allowHostScripts);
    }
}
