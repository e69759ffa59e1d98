package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The wish that something stops. Made by who may cancel, passed to who must notice. A child is cancelled with its
 * parent, not the other way round. Safe for use by several threads.
 */
public final class Cancellation {

    private final CountDownLatch cancelled = new CountDownLatch(1);

    /** Guarded by this. */
    private final Set<Runnable> listeners = new LinkedHashSet<>();

    /** Guarded by this. */
    private @Nullable String reason;

    /** What {@link #onCancel} returns; closing it forgets the listener. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** One that is cancelled together with this one, and can be cancelled alone. */
    public Cancellation child() {
        Cancellation child = new Cancellation();
        onCancel(() -> child.cancel(reason()));
        return child;
    }

    /**
     * Cancels. The first reason counts; later calls do nothing. Listeners run on the calling thread, so they must be
     * quick.
     *
     * @param why a phrase that ends a sentence, as in {@code received SIGTERM}
     */
    public void cancel(String why) {
        List<Runnable> toRun;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            toRun = List.copyOf(listeners);
            listeners.clear();
        }
        cancelled.countDown();
        toRun.forEach(Runnable::run);
    }

    /** Whether it was cancelled. */
    public synchronized boolean isCancelled() {
        return reason != null;
    }

    /** The reason of the cancel; {@code not cancelled} before. */
    public synchronized String reason() {
        return reason == null ? "not cancelled" : reason;
    }

    /**
     * For work that checks between two pieces.
     *
     * @throws CancelledException when cancelled
     */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancelledException(reason());
        }
    }

    /** Runs the listener once on cancel, at once when that has happened before. */
    public Registration onCancel(Runnable listener) {
        synchronized (this) {
            if (reason == null) {
                listeners.add(listener);
                return () -> forget(listener);
            }
        }
        listener.run();
        return () -> {};
    }

    private synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Whether it was cancelled before the time was over. An interrupt of the thread counts as a cancel. */
    boolean awaitCancelled(Duration atMost) {
        if (atMost.isNegative() || atMost.isZero()) {
            return isCancelled();
        }
        try {
            return cancelled.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel("the thread was interrupted");
            return true;
        }
    }
}
