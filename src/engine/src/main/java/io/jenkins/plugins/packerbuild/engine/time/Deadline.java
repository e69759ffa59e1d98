package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;

/**
 * A moment after which something has taken too long. Immutable.
 *
 * @param clock by which it is measured
 * @param at the clock's {@link Clock#uptime()} when it is over
 */
public record Deadline(Clock clock, Duration at) {

    /** So much time from now on. */
    public static Deadline after(Clock clock, Duration limit) {
        return new Deadline(clock, clock.uptime().plus(limit));
    }

    /** Whether the time is over. */
    public boolean isOver() {
        return remaining().isZero();
    }

    /** What is left, never negative. */
    public Duration remaining() {
        Duration left = at.minus(clock.uptime());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
