package io.jenkins.plugins.packerbuild.reaper;

import io.jenkins.plugins.packerbuild.session.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** For how long agents have been away, as far as this controller has seen it. One thread. */
final class Absences {

    private final Ticker ticker;
    private final Map<String, Duration> since = new HashMap<>();

    Absences(Ticker ticker) {
        this.ticker = ticker;
    }

    /** It was seen, or not; returns for how long it has been away. */
    Duration seen(String node, boolean online) {
        if (online) {
            since.remove(node);
            return Duration.ZERO;
        }
        return ticker.uptime().minus(since.computeIfAbsent(node, name -> ticker.uptime()));
    }
}
