package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Measures, by the controller's own clock, for how long a reachable agent has shown no sign of its engine. The time in
 * which the agent could not be reached does not count. One thread.
 */
final class Liveness {

    static final Duration SILENCE = Duration.ofSeconds(60);
    static final Duration START = Duration.ofSeconds(120);

    private String heartbeat = "";
    private @Nullable Duration since;
    private Duration silent = Duration.ZERO;

    /** The agent has answered. */
    void seen(String content, Duration now) {
        if (since == null || !content.equals(heartbeat)) {
            heartbeat = content;
            since = now;
        }
        silent = now.minus(since);
    }

    /** The agent cannot be reached: the count starts anew when it can. */
    void unreachable() {
        since = null;
        silent = Duration.ZERO;
    }

    /** Asked about, and found alive. */
    void alive() {
        unreachable();
    }

    /** Whether the heart should have beaten. */
    boolean isSilent() {
        return !heartbeat.isEmpty() && silent.compareTo(SILENCE) > 0;
    }

    /** Whether there was never a sign of it, for longer than any start takes. */
    boolean isUnborn() {
        return heartbeat.isEmpty() && silent.compareTo(START) > 0;
    }
}
