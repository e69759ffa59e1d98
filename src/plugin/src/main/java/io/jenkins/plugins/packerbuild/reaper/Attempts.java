package io.jenkins.plugins.packerbuild.reaper;

import io.jenkins.plugins.packerbuild.session.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When to try again to clean up after a session: at once, then after an hour, six hours, and each day. Counts anew after a
 * restart. Safe for use by several threads.
 */
final class Attempts {

    private static final List<Duration> WAITS = List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1));

    private final Ticker ticker;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Duration> next = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();

    Attempts(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Whether the time has come. */
    synchronized boolean isDue(String id) {
        Duration due = next.get(id);
        return due == null || ticker.uptime().compareTo(due) >= 0;
    }

    /** Whether somebody has asked for it. */
    synchronized boolean isWanted(String id) {
        return wanted.contains(id);
    }

    /** One begins. */
    synchronized void begin(String id) {
        int count = counts.merge(id, 1, Integer::sum);
        wanted.remove(id);
        next.put(id, ticker.uptime().plus(WAITS.get(Math.min(count, WAITS.size()) - 1)));
    }

    /** Somebody does not want to wait, and wants also that to go that was left on purpose. */
    synchronized void want(String id) {
        next.remove(id);
        wanted.add(id);
    }

    /** Only these are remembered. */
    synchronized void keep(Set<String> ids) {
        counts.keySet().retainAll(ids);
        next.keySet().retainAll(ids);
        wanted.retainAll(ids);
    }
}
