package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/**
 * The one thread that beats the heart and looks for reasons to stop: the {@code cancel} file, a lease that is over, a
 * directory that has vanished.
 */
final class Watcher {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private final SessionDirectory directory;
    private final Clock clock;
    private final Cancellation cancellation;
    private final Heartbeat heartbeat;
    private final Optional<LeaseWatch> lease;
    private final boolean locked;

    /**
     * Watches from now on.
     *
     * @param cancellation is cancelled when there is a reason
     */
    Watcher(SessionDirectory directory, Optional<Duration> lease, Clock clock, Cancellation cancellation) {
        this.directory = directory;
        this.clock = clock;
        this.cancellation = cancellation;
        this.heartbeat = new Heartbeat(directory.heartbeat());
        this.locked = Files.exists(directory.lock());
        this.lease = lease.map(duration -> new LeaseWatch(directory.lease(), duration, clock.uptime()));
    }

    /** On a thread of its own, which ends soon after the stop. What is there already has been seen when this returns. */
    Thread start(Cancellation stop) {
        look();
        Thread thread = new Thread(() -> watch(stop), "session watch");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns when stopped. The heart beats on after a cancel, while things are cleaned up. */
    void watch(Cancellation stop) {
        try {
            while (true) {
                look();
                clock.sleep(INTERVAL, stop);
            }
        } catch (CancelledException e) {
            // Stopped: the session is over.
            return;
        }
    }

    /** Without its lock, a directory is about to vanish: a heartbeat in it could keep that from happening. */
    private void look() {
        if (!directory.exists() || locked && !Files.exists(directory.lock())) {
            cancellation.cancel("session directory '" + directory.path() + "' has vanished");
            return;
        }
        heartbeat.beat(clock.uptime());
        if (Files.exists(directory.cancel())) {
            cancellation.cancel("asked to by the file 'cancel' in the session directory");
        }
        lease.filter(watch -> watch.isOver(clock.uptime()))
                .ifPresent(watch -> cancellation.cancel(
                        "nobody has renewed the lease for " + watch.lease().toSeconds() + " seconds"));
    }
}
