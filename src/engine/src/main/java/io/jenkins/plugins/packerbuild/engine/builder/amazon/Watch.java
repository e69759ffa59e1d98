package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at slow things of one kind in one region for all builds that wait for them: whoever's turn comes first describes
 * everything that anybody waits for, and the others read the answer. No thread of its own. Safe for use by several
 * threads.
 *
 * @param <K> ids
 * @param <V> what a look shows
 */
final class Watch<K, V> {

    /** How soon to ask again while another thread's look is under way. */
    private static final Duration SHORTLY = Duration.ofMillis(100);

    private final LookBudget budget;

    /** Guarded by this, as all that follows. */
    private final Map<K, Integer> wanted = new HashMap<>();

    private @Nullable Look<K, V> last;
    private boolean looking;

    /** One describe call for many. */
    @FunctionalInterface
    interface Describe<K, V> {
        Map<K, V> describe(Set<K> ids);
    }

    /** What somebody waits for. */
    @FunctionalInterface
    interface Goal<V> {

        /**
         * Whether it is reached.
         *
         * @param now what the look showed; empty when the thing was not there
         * @param waited how long it has been waited for
         * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it never will be
         */
        boolean reached(Optional<V> now, Duration waited);
    }

    /** The time was over before the goal was reached. */
    static final class TimeOver extends Exception {
        private static final long serialVersionUID = 1;
    }

    private record Look<K, V>(Duration at, Set<K> asked, Map<K, V> found) {}

    Watch(LookBudget budget) {
        this.budget = budget;
    }

    /**
     * Waits.
     *
     * @return what the look showed that reached the goal; empty when the thing was not there
     * @throws TimeOver when it took too long
     */
    Optional<V> await(K id, Goal<V> goal, Pace pace, Describe<K, V> describe) throws TimeOver {
        want(id, 1);
        try {
            return look(id, goal, pace, describe);
        } finally {
            want(id, -1);
        }
    }

    private Optional<V> look(K id, Goal<V> goal, Pace pace, Describe<K, V> describe) throws TimeOver {
        Duration start = pace.clock().uptime();
        Duration seen = start;
        while (true) {
            sleepUntilDue(seen, seen.minus(start), pace);
            Look<K, V> look = freshLook(id, seen, pace, describe);
            if (look == null) {
                pace.sleep(SHORTLY);
                continue;
            }
            seen = look.at;
            Optional<V> now = Optional.ofNullable(look.found.get(id));
            if (goal.reached(now, seen.minus(start))) {
                return now;
            }
            if (pace.clock().uptime().minus(start).compareTo(pace.limit()) >= 0) {
                throw new TimeOver();
            }
        }
    }

    private void sleepUntilDue(Duration seen, Duration waited, Pace pace) {
        Duration now = pace.clock().uptime();
        Duration own = seen.plus(pace.schedule().next(waited));
        Duration allowed = budget.earliest(now);
        pace.sleep((own.compareTo(allowed) > 0 ? own : allowed).minus(now));
    }

    /** Somebody's look that is newer than what was seen, or one of our own; null while another one is under way. */
    private @Nullable Look<K, V> freshLook(K id, Duration seen, Pace pace, Describe<K, V> describe) {
        Set<K> ids;
        synchronized (this) {
            if (last != null && last.at.compareTo(seen) > 0 && last.asked.contains(id)) {
                return last;
            }
            if (looking) {
                return null;
            }
            looking = true;
            ids = new LinkedHashSet<>(wanted.keySet());
        }
        Look<K, V> look = null;
        try {
            Duration at = pace.clock().uptime();
            budget.look(at);
            look = new Look<>(at, ids, describe.describe(ids));
            return look;
        } finally {
            done(look);
        }
    }

    private synchronized void done(@Nullable Look<K, V> look) {
        looking = false;
        if (look != null) {
            last = look;
        }
    }

    private synchronized void want(K id, int more) {
        wanted.merge(id, more, (a, b) -> a + b == 0 ? null : a + b);
    }
}
