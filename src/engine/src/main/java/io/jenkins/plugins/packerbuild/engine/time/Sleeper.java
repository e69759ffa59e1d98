package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;

/** The only way to wait in the engine. Tests give one that only turns the clock. */
public interface Sleeper {

    /**
     * Returns after the duration has passed. Zero and negative durations return at once.
     *
     * @throws CancelledException as soon as the cancellation is cancelled, also when it was before
     */
    void sleep(Duration duration, Cancellation cancellation);
}
