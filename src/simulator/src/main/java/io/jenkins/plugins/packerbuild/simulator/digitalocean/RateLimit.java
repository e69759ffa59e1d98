package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import io.jenkins.plugins.packerbuild.simulator.latency.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The rate limit headers that every answer carries: so many requests an hour. It counts and refuses nothing by itself. */
final class RateLimit {

    private static final int REQUESTS_AN_HOUR = 5000;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Timeline timeline;
    private final Duration window;

    /** Guarded by this, as {@link #used}. */
    private Instant windowEnd = Instant.EPOCH;

    private int used;

    /** @param window what passes for an hour where time is scaled */
    RateLimit(Timeline timeline, Duration window) {
        this.timeline = timeline;
        this.window = window;
    }

    synchronized Map<String, String> headers(int status) {
        Instant now = timeline.now();
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(window);
            used = 0;
        }
        used++;
        boolean throttled = status == 429;
        int remaining = throttled ? 0 : Math.max(0, REQUESTS_AN_HOUR - used);
        Map<String, String> headers = new HashMap<>();
        headers.put("ratelimit-limit", Integer.toString(REQUESTS_AN_HOUR));
        headers.put("ratelimit-remaining", Integer.toString(remaining));
        headers.put("ratelimit-reset", Long.toString(windowEnd.getEpochSecond()));
        if (throttled) {
            headers.put("Retry-After", RETRY_AFTER_SECONDS);
        }
        return headers;
    }
}
