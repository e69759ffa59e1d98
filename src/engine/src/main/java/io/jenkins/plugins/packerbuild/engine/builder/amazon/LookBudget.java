package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.time.Duration;

/**
 * How often one region may be looked at by all builds of a run together: 30 looks at once, then one in 2.6 s, so 100 in
 * three minutes. One build alone never comes near; many that begin at different times share what there is. Safe for use
 * by several threads.
 */
final class LookBudget {

    private static final double BURST = 30;
    private static final Duration EVERY = Duration.ofMillis(2_600);

    /** Guarded by this, as is what follows. */
    private double left = BURST;

    private Duration counted = Duration.ZERO;

    /** The next moment, as the clock's uptime, at which a look is allowed. */
    synchronized Duration earliest(Duration now) {
        refill(now);
        return left >= 1 ? now : now.plus(Duration.ofMillis(Math.round((1 - left) * EVERY.toMillis())));
    }

    /** Counts a look. */
    synchronized void look(Duration now) {
        refill(now);
        left -= 1;
    }

    private void refill(Duration now) {
        double passed = Math.max(0, now.minus(counted).toNanos());
        counted = now;
        left = Math.min(BURST, left + passed / EVERY.toNanos());
    }
}
