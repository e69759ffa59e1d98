package io.jenkins.plugins.packerbuild.simulator.world;

import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import io.jenkins.plugins.packerbuild.simulator.fault.Faults;
import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import io.jenkins.plugins.packerbuild.simulator.latency.Timeline;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineHost;
import java.time.Instant;

/** What every simulated cloud has around it: the time, the latencies, the faults, the account and the machines. */
public record World(Timeline timeline, Latencies latencies, Faults faults, CallAccount calls, MachineHost machines) {

    /** What time it is in this world. */
    public Instant now() {
        return timeline.now();
    }

    /** Runs something when the phase is over. */
    public void after(Phase phase, Runnable event) {
        timeline.after(latencies.of(phase), event);
    }

    /** Runs something at once on another thread: what takes long and must not hold a cloud's lock. */
    public void soon(Runnable event) {
        timeline.after(java.time.Duration.ZERO, event);
    }
}
