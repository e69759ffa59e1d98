package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait until the next look at something slow. */
@FunctionalInterface
public interface WaitSchedule {

    /** The pause before the next look, from how long the wait has lasted so far. */
    Duration next(Duration elapsed);

    /** The same pause every time, as {@code aws_polling} asks for. */
    static WaitSchedule fixed(Duration pause) {
        return elapsed -> pause;
    }

    /**
     * A twentieth of what has passed, at least 1 s, at most 15 s, with 10 % jitter: overshoots a wait by 2-4 % with few
     * calls.
     *
     * @param random numbers in [0, 1)
     */
    static WaitSchedule adaptive(DoubleSupplier random) {
        return elapsed -> {
            long millis = Math.min(15_000, Math.max(1_000, elapsed.toMillis() / 20));
            double jitter = 0.95 + 0.1 * random.getAsDouble();
            return Duration.ofMillis(Math.round(millis * jitter));
        };
    }
}
