package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;
import java.time.Instant;

/** The real thing. */
enum SystemClock implements Clock {
    INSTANCE;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        if (cancellation.awaitCancelled(duration)) {
            cancellation.throwIfCancelled();
        }
    }
}
