package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;

/** A monotonic clock. Times on agents and in files are never compared: clocks lie. Safe for use by several threads. */
@FunctionalInterface
public interface Ticker {

    /** The time since some fixed moment. */
    Duration uptime();

    /** The clock of this machine. */
    static Ticker system() {
        return () -> Duration.ofNanos(System.nanoTime());
    }
}
