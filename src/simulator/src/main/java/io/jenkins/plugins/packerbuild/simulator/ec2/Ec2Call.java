package io.jenkins.plugins.packerbuild.simulator.ec2;

import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of one action.
 *
 * @param region where it acts
 * @param fault what is to go wrong with what the call begins
 */
record Ec2Call(QueryParameters parameters, Ec2State state, Region region, Optional<FaultKind> fault) {

    boolean suffers(FaultKind kind) {
        return fault.filter(kind::equals).isPresent();
    }

    /** Lets something happen in the cloud when a phase is over; never if the call is to have no end. */
    void later(Phase phase, Runnable event) {
        if (!suffers(FaultKind.NEVER_READY)) {
            state.world.after(phase, () -> {
                synchronized (state) {
                    event.run();
                }
            });
        }
    }

    boolean passes(Map<String, List<String>> attributes, String id) {
        return new Filters(parameters).match(attributes, region.tags.of(id));
    }
}
