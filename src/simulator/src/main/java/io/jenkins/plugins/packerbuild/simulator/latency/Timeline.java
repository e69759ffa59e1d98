package io.jenkins.plugins.packerbuild.simulator.latency;

import java.time.Duration;
import java.time.Instant;

/** The time of the simulated clouds. Tests have one that they move themselves. */
public interface Timeline {

    /** What time it is. */
    Instant now();

    /** Runs something once that long from now, on another thread or when a test moves the time. */
    void after(Duration delay, Runnable event);
}
