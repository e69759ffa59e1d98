package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only a few builds do at the same time what needs much memory. Safe for use by several threads. */
final class Turns {

    private static final long LOOK_MILLIS = 100;

    private final Semaphore free;

    /** For so many at a time. */
    Turns(int most) {
        this.free = new Semaphore(most, true);
    }

    /** One turn; closing it lets the next one in. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for one.
     *
     * @throws CancelledException when cancelled meanwhile
     */
    Turn take(Cancellation cancellation) {
        try {
            while (!free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                cancellation.throwIfCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted");
        }
        return free::release;
    }
}
