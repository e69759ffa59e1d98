package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.WaitSchedule;
import java.time.Duration;

/**
 * How somebody waits.
 *
 * @param clock by which it is measured
 * @param cancellation that ends it
 * @param schedule pauses between two looks
 * @param limit after which it has taken too long
 */
record Pace(Clock clock, Cancellation cancellation, WaitSchedule schedule, Duration limit) {

    /** Sleeps. */
    void sleep(Duration duration) {
        clock.sleep(duration, cancellation);
    }
}
