package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;
import java.time.Instant;

/** Time of day, time that has passed, and waiting, in one value. Safe for use by several threads. */
public interface Clock extends Sleeper {

    /** The time of day: for names, stamps and expiry, never for measuring. */
    Instant now();

    /** Time since an arbitrary moment that never goes backwards: for measuring. */
    Duration uptime();

    /**
     * Cancels when the time is over, unless the registration is closed before. For work whose own waits are not by this
     * clock, or that has a limit of its own.
     *
     * @param why a phrase that ends a sentence
     */
    Cancellation.Registration cancelAfter(Duration limit, Cancellation cancellation, String why);

    /** The machine's own clock. */
    static Clock system() {
        return SystemClock.INSTANCE;
    }
}
