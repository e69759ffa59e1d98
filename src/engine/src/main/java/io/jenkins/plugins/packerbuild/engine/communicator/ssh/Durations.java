package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import java.time.Duration;

/** Durations as templates write them. */
final class Durations {

    private Durations() {}

    /** As in {@code 1h5m30s}. */
    static String text(Duration duration) {
        String text = (duration.toHours() > 0 ? duration.toHours() + "h" : "")
                + (duration.toMinutesPart() > 0 ? duration.toMinutesPart() + "m" : "")
                + (duration.toSecondsPart() > 0 ? duration.toSecondsPart() + "s" : "");
        return text.isEmpty() ? duration.toMillis() + "ms" : text;
    }
}
