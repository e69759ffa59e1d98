package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** Takes the snapshot of a droplet that is off. Unless the build ends well, it is removed again. */
final class SnapshotStep implements Step<FinishedSnapshot> {

    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final DropletWatch watch;
    private final DigitalOcean api;
    private final Books books;
    private final String snapshotName;
    private final TooLong tooLong;

    SnapshotStep(DropletWatch watch, DigitalOcean api, Books books, String snapshotName, Duration limit) {
        this.watch = watch;
        this.api = api;
        this.books = books;
        this.snapshotName = snapshotName;
        this.tooLong = new TooLong("snapshot_timeout", limit, api.place());
    }

    @Override
    public String name() {
        return "stepSnapshot";
    }

    @Override
    public FinishedSnapshot run(BuildScope scope) {
        Narration narration = new Narration(scope.narrator());
        narration.creatingSnapshot(snapshotName);
        Deadline deadline = Deadline.after(scope.clock(), tooLong.limit());
        Owned snapshot = books.announce(Leftover.Kind.SNAPSHOT, Leftover.mark(watch.id(), snapshotName));
        scope.onCleanup("snapshot " + snapshotName, CLEANUP_LIMIT, cancellation -> {
            if (snapshot.isOpen()) {
                narration.deletingSnapshot();
                snapshot.remove(api.until(cancellation));
            }
        });
        Action action = snapshot.make(() -> begin(deadline));
        narration.waitingForSnapshot();
        awaitCompletion(action, deadline);
        Snapshot made = find(deadline);
        snapshot.known(made.id());
        return new FinishedSnapshot(made.id(), snapshotName, snapshot);
    }

    private Action begin(Deadline deadline) {
        while (true) {
            try {
                return api.takeSnapshot(watch.id(), snapshotName);
            } catch (ProviderException e) {
                if (e.reason() != Reason.CONFLICT || deadline.isOver()) {
                    throw e;
                }
                api.clock().sleep(PAUSE, api.cancellation());
            }
        }
    }

    /** The droplet is locked meanwhile, which the shared listing shows: only then is the action itself looked at. */
    private void awaitCompletion(Action begun, Deadline deadline) {
        if (watch.await(droplet -> !droplet.locked() && isCompleted(begun), deadline, droplet -> {})
                .isEmpty()) {
            throw notInTime();
        }
    }

    private boolean isCompleted(Action begun) {
        Action now = api.dropletAction(watch.id(), begun.id());
        if (now.isErrored()) {
            throw new BuildException(Problem.of("Could not create snapshot '" + snapshotName + "' in " + api.place()
                            + ": DigitalOcean reports the action as errored (action " + now.id() + ").")
                    .withCure("Build again; if it happens again, ask DigitalOcean's support about that action."));
        }
        return now.isCompleted();
    }

    private Snapshot find(Deadline deadline) {
        while (true) {
            Optional<Snapshot> newest = api.snapshotsOf(watch.id()).stream()
                    .filter(snapshot -> snapshot.name().equals(snapshotName))
                    .max(Comparator.comparing(Snapshot::id));
            if (newest.isPresent()) {
                return newest.get();
            }
            if (deadline.isOver()) {
                throw notInTime();
            }
            api.clock().sleep(PAUSE, api.cancellation());
        }
    }

    private BuildException notInTime() {
        return tooLong.because("create snapshot '" + snapshotName + "'", "it is not completed");
    }
}
