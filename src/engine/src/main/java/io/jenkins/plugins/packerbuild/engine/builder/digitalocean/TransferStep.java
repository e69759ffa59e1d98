package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import io.jenkins.plugins.packerbuild.engine.time.WaitSchedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** Brings the snapshot to further regions, to all of them at the same time. Results in the regions. */
final class TransferStep implements Step<List<String>> {

    private final DigitalOcean api;
    private final long snapshot;
    private final Target target;
    private final TooLong tooLong;

    /**
     * Where to, and whether its arrival is waited for.
     *
     * @param regions other than the build's own
     */
    record Target(List<String> regions, boolean await) {

        Target {
            regions = List.copyOf(regions);
        }
    }

    TransferStep(DigitalOcean api, long snapshot, Target target, Duration limit) {
        this.api = api;
        this.snapshot = snapshot;
        this.target = target;
        this.tooLong = new TooLong("transfer_timeout", limit, api.place());
    }

    @Override
    public List<String> run(BuildScope scope) {
        Narration narration = new Narration(scope.narrator());
        target.regions().forEach(region -> narration.transferring(snapshot, region));
        Set<String> waiting = new TreeSet<>(target.regions());
        Map<String, Action> begun = new LinkedHashMap<>();
        Clock clock = scope.clock();
        Duration start = clock.uptime();
        Deadline deadline = Deadline.after(clock, tooLong.limit());
        WaitSchedule schedule =
                WaitSchedule.adaptive(() -> ThreadLocalRandom.current().nextDouble());
        while (true) {
            begin(waiting, begun);
            begun.entrySet().removeIf(entry -> hasArrived(entry.getKey(), entry.getValue()));
            if (waiting.isEmpty() && begun.isEmpty()) {
                return target.regions();
            }
            if (deadline.isOver()) {
                waiting.addAll(begun.keySet());
                throw tooLong.because(
                        "transfer snapshot '" + snapshot + "' to " + String.join(", ", waiting), "it is not completed");
            }
            clock.sleep(schedule.next(clock.uptime().minus(start)), scope.cancellation());
        }
    }

    /** Those that DigitalOcean does not take yet go on waiting. */
    private void begin(Set<String> waiting, Map<String, Action> begun) {
        for (String region : List.copyOf(waiting)) {
            Optional<Action> action = begin(region);
            if (action.isPresent()) {
                waiting.remove(region);
                begun.put(region, action.get());
            }
        }
    }

    private Optional<Action> begin(String region) {
        try {
            return Optional.of(api.transfer(snapshot, region));
        } catch (ProviderException e) {
            if (e.reason() == Reason.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean hasArrived(String region, Action begun) {
        if (!target.await()) {
            return true;
        }
        Action now = api.imageAction(snapshot, begun.id());
        if (now.isErrored()) {
            throw new BuildException(Problem.of("Could not transfer snapshot '" + snapshot + "' to " + region + " in "
                            + api.place() + ": DigitalOcean reports the action as errored (action " + now.id() + ").")
                    .withCure("Build again, or leave that region out of 'snapshot_regions'."));
        }
        return now.isCompleted();
    }
}
