package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;

/**
 * Runs a flush soon after there is something to flush, on a thread of its own that sleeps while there is nothing. Safe
 * for use by several threads.
 */
public final class Flusher implements AutoCloseable {

    /** How late a line may be. */
    public static final Duration LATEST = Duration.ofMillis(50);

    private final Cancellation closed = new Cancellation();
    private final Clock clock;
    private final Runnable flush;

    /** Guarded by this. */
    private boolean wanted;

    private Flusher(Clock clock, Runnable flush) {
        this.clock = clock;
        this.flush = flush;
    }

    /** Starts its thread. The flush must not throw. */
    public static Flusher start(String name, Clock clock, Runnable flush) {
        Flusher flusher = new Flusher(clock, flush);
        Thread thread = new Thread(flusher::flushUntilClosed, name);
        thread.setDaemon(true);
        thread.start();
        return flusher;
    }

    /** There is something: the flush runs within {@link #LATEST}. Cheap when it was said before. */
    public synchronized void note() {
        if (!wanted) {
            wanted = true;
            notifyAll();
        }
    }

    /** Flushes for the last time, on this thread, and ends the other. */
    @Override
    public void close() {
        closed.cancel("closed");
        note();
        flush.run();
    }

    private void flushUntilClosed() {
        try {
            while (awaitWanted()) {
                clock.sleep(LATEST, closed);
                taken();
                flush.run();
            }
        } catch (CancelledException e) {
            // close() has flushed, or is about to.
            return;
        }
    }

    private synchronized void taken() {
        wanted = false;
    }

    private synchronized boolean awaitWanted() {
        try {
            while (!wanted) {
                wait();
            }
            return !closed.isCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
