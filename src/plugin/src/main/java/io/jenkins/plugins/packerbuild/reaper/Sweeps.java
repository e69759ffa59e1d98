package io.jenkins.plugins.packerbuild.reaper;

import io.jenkins.plugins.packerbuild.agent.Sessions;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Sweeps each agent's old session directories when it is first seen, and once a day. One thread. */
final class Sweeps {

    private static final Logger LOGGER = Logger.getLogger(Sweeps.class.getName());
    private static final Duration EACH = Duration.ofDays(1);

    private final Ticker ticker;
    private final Map<String, Duration> last = new HashMap<>();

    Sweeps(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Sweeps those that are due. */
    void sweep(List<String> online, List<SessionRecord> sessions) throws InterruptedException {
        last.keySet().retainAll(online);
        for (String node : online) {
            if (isDue(node)) {
                last.put(node, ticker.uptime());
                sweep(node, known(sessions, node));
            }
        }
    }

    /** Whether it is time; an agent that was away in the meantime is due when it is back. */
    boolean isDue(String node) {
        Duration before = last.get(node);
        return before == null || ticker.uptime().minus(before).compareTo(EACH) >= 0;
    }

    /** Names of directories that somebody asks for. */
    static Set<String> known(List<SessionRecord> sessions, String node) {
        return sessions.stream()
                .filter(session -> session.node().equals(node))
                .map(session -> session.directory().replace('\\', '/'))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static void sweep(String node, Set<String> known) throws InterruptedException {
        try {
            Sessions.get().chores(node).sweep(known);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "could not sweep agent '" + node + "'", e);
        }
    }
}
