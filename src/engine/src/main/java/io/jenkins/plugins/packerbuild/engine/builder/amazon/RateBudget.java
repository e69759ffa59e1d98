package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.time.Duration;

/**
 * How many requests may go to one account and region. Starts generous, halves when the provider says that it was too
 * much, and comes back slowly. A bucket of tokens: whoever takes one that is not there yet is told how long to wait. Safe
 * for use by several threads.
 */
final class RateBudget {

    private static final double MOST_PER_SECOND = 20;
    private static final double LEAST_PER_SECOND = 0.5;
    private static final double GROWTH = 1.02;
    private static final double BURST = 100;

    /** However long the provider wants to be left alone. */
    static final Duration LONGEST_QUIET = Duration.ofMinutes(5);

    /** Guarded by this, as all that follows. */
    private double perSecond = MOST_PER_SECOND;

    private double tokens = BURST;
    private Duration counted = Duration.ZERO;
    private Duration quietUntil = Duration.ZERO;

    /**
     * Takes a token.
     *
     * @param now the clock's uptime
     * @return how long to wait before the request may be sent
     */
    synchronized Duration take(Duration now) {
        double passed = Math.max(0, now.minus(counted).toNanos() / 1e9);
        counted = now;
        tokens = Math.min(BURST, tokens + passed * perSecond) - 1;
        Duration untilToken = tokens >= 0 ? Duration.ZERO : Duration.ofMillis(Math.round(-tokens / perSecond * 1000));
        Duration untilQuietEnds = quietUntil.minus(now);
        return untilToken.compareTo(untilQuietEnds) > 0 ? untilToken : untilQuietEnds;
    }

    /** The provider said that it was too much, and how long it wants to be left alone (zero when it did not say). */
    synchronized void throttled(Duration now, Duration retryAfter) {
        perSecond = Math.max(LEAST_PER_SECOND, perSecond / 2);
        tokens = Math.min(tokens, 0);
        Duration until = now.plus(retryAfter.compareTo(LONGEST_QUIET) < 0 ? retryAfter : LONGEST_QUIET);
        quietUntil = until.compareTo(quietUntil) > 0 ? until : quietUntil;
    }

    /** The provider answered. */
    synchronized void answered() {
        perSecond = Math.min(MOST_PER_SECOND, perSecond * GROWTH);
    }
}
