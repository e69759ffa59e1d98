package io.jenkins.plugins.packerbuild.injenkins;

import java.time.Duration;
import java.util.concurrent.Callable;

/** How long a test waits for something that happens in another process. */
record Deadline(Duration limit) {

    static Deadline of(Duration limit) {
        return new Deadline(limit);
    }

    /** Asks again and again. */
    void until(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            Thread.sleep(100);
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
