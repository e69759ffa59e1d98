package io.jenkins.plugins.packerbuild.simulator.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The computer's own time. What is still to come when it is closed does not come any more. */
public final class WallTimeline implements Timeline, AutoCloseable {

    private static final int THREADS = 8;

    private final ScheduledThreadPoolExecutor executor;

    public WallTimeline() {
        executor = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "simulated-time");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void after(Duration delay, Runnable event) {
        try {
            var unused = executor.schedule(() -> run(event), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Closed: the clouds are gone, and so is what was to happen in them.
            return;
        }
    }

    private static void run(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            System.err.println("The simulator could not carry out a change of state: " + e
                    + (e.getCause() == null ? "" : ": " + e.getCause()));
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
