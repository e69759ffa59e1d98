package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;

/** How soon to look again: at once as long as there is more, soon while things happen, seldom when nothing does. */
final class Pace {

    static final Duration BUSY = Duration.ofMillis(250);
    static final Duration IDLE = Duration.ofSeconds(5);

    private Duration next = BUSY;

    /**
     * After a look.
     *
     * @param more whether there is more to read already
     * @param news whether it has brought anything
     */
    Duration after(boolean more, boolean news) {
        if (more) {
            next = BUSY;
            return Duration.ZERO;
        }
        Duration now = news ? BUSY : next;
        Duration slower = now.multipliedBy(3).dividedBy(2);
        next = slower.compareTo(IDLE) > 0 ? IDLE : slower;
        return now;
    }
}
