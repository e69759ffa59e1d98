package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The least time that a build can take: the clouds' own latencies, one after another as the slowest builder has to wait
 * for them, and what the SSH host takes to run the same script for plain {@code ssh}. Nothing of ours or packer's is in
 * it: no start of a program, no waiting between two polls.
 *
 * @param clouds the latencies of the slowest builder
 * @param ssh from the connection to the end of the script, for as many machines at once as there are builders
 */
record CriticalPath(Duration clouds, Duration ssh) {

    /** The instance is waited for to the end, because its security group cannot go before it. */
    private static final List<Phase> AMAZON = List.of(
            Phase.INSTANCE_RUNNING,
            Phase.INSTANCE_SSH,
            Phase.INSTANCE_STOPPED,
            Phase.AMI_AVAILABLE,
            Phase.INSTANCE_TERMINATED);

    private static final List<Phase> DIGITALOCEAN =
            List.of(Phase.DROPLET_ACTIVE, Phase.DROPLET_SSH, Phase.DROPLET_SHUTDOWN, Phase.DROPLET_SNAPSHOT);

    static CriticalPath of(Scenario scenario, Latencies latencies, Duration ssh) {
        Duration amazon = scenario.amazon() == 0 ? Duration.ZERO : sum(AMAZON, latencies);
        Duration digitalOcean = scenario.digitalOcean() == 0 ? Duration.ZERO : sum(DIGITALOCEAN, latencies);
        Duration slowest = List.of(amazon, digitalOcean).stream()
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new CriticalPath(slowest, ssh);
    }

    private static Duration sum(List<Phase> phases, Latencies latencies) {
        return phases.stream().map(latencies::of).reduce(Duration.ZERO, Duration::plus);
    }

    Duration total() {
        return clouds.plus(ssh);
    }

    /** How many times as long as the least a build took. */
    double ratio(Duration wallClock) {
        return (double) wallClock.toNanos() / total().toNanos();
    }
}
