package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that do not change during a run, asked for once whoever needs them first. A failure is not kept. Safe for use
 * by several threads.
 *
 * @param <K> questions
 * @param <V> answers
 */
final class Shared<K, V> {

    private static final Duration SHORTLY = Duration.ofMillis(100);

    /** Guarded by this, as is what follows. */
    private final Map<K, V> known = new HashMap<>();

    private final Set<K> asking = new HashSet<>();

    /** The answer: known, or asked for now; waits while another thread asks the same. */
    V get(K question, Pace pace, Supplier<V> ask) {
        while (true) {
            V answer = answerTo(question);
            if (answer != null) {
                return answer;
            }
            if (claim(question)) {
                return ask(question, ask);
            }
            pace.sleep(SHORTLY);
        }
    }

    private synchronized @Nullable V answerTo(K question) {
        return known.get(question);
    }

    private synchronized boolean claim(K question) {
        return !known.containsKey(question) && asking.add(question);
    }

    private V ask(K question, Supplier<V> ask) {
        try {
            V answer = ask.get();
            synchronized (this) {
                known.put(question, answer);
            }
            return answer;
        } finally {
            synchronized (this) {
                asking.remove(question);
            }
        }
    }
}
