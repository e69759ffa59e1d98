package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderRefusal;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

/**
 * Sends requests to one account and region: within its rate budget, again after throttling, a server's error or a lost
 * connection, and with pauses that double. Safe for use by several threads.
 */
final class Attempts {

    /** An endpoint that has never answered is most likely misspelt: nobody should wait a minute to hear that. */
    private static final int BEFORE_THE_FIRST_ANSWER = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final RateBudget budget;
    private final String place;
    private final int most;
    private final Clock clock;
    private final DoubleSupplier random;
    private final AtomicBoolean answered = new AtomicBoolean();

    /** One request. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws FailedAttempt;
    }

    /**
     * @param place for messages, as in {@code aws us-east-1}
     * @param retries how often to try again
     * @param random numbers in [0, 1), for jitter
     */
    Attempts(RateBudget budget, String place, int retries, Clock clock, DoubleSupplier random) {
        this.budget = budget;
        this.place = place;
        this.most = retries + 1;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Sends it until it succeeds, is refused for good, or has been tried often enough.
     *
     * @throws ProviderException when it failed
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled before or between tries
     */
    <T> T run(Subject subject, Cancellation cancellation, Request<T> request) {
        for (int attempt = 1; ; attempt++) {
            cancellation.throwIfCancelled();
            clock.sleep(budget.take(clock.uptime()), cancellation);
            try {
                T result = request.send();
                answered.set(true);
                budget.answered();
                return result;
            } catch (FailedAttempt e) {
                note(e);
                int limit = limitFor(e);
                if (!e.worthAnother() || attempt >= limit) {
                    throw refusal(subject, e, attempt, limit);
                }
                clock.sleep(pause(attempt, e.retryAfter()), cancellation);
            }
        }
    }

    private void note(FailedAttempt e) {
        if (!e.unanswered()) {
            answered.set(true);
        }
        if (e.reason() == Reason.THROTTLED) {
            budget.throttled(clock.uptime(), e.retryAfter());
        }
    }

    private int limitFor(FailedAttempt e) {
        return e.unanswered() && !answered.get() ? Math.min(most, BEFORE_THE_FIRST_ANSWER) : most;
    }

    private Duration pause(int attempt, Duration retryAfter) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10));
        Duration own = Duration.ofMillis(Math.round(millis * (0.5 + 0.5 * random.getAsDouble())));
        return own.compareTo(retryAfter) > 0 ? own : retryAfter;
    }

    private ProviderException refusal(Subject subject, FailedAttempt e, int attempt, int limit) {
        StringBuilder code = new StringBuilder(e.code());
        append(code, e.requestId().isEmpty() ? "" : "request " + e.requestId());
        append(code, attempt == 1 ? "" : "attempt " + attempt + " of " + Math.max(limit, attempt));
        ProviderRefusal refusal = new ProviderRefusal(
                subject.verb(),
                subject.kind(),
                subject.id(),
                place,
                e.words(),
                code.toString(),
                Cures.of(e.code(), e.unanswered()));
        return new ProviderException(e.reason(), refusal, e.getCause());
    }

    private static void append(StringBuilder code, String part) {
        if (!part.isEmpty()) {
            code.append(code.isEmpty() ? "" : ", ").append(part);
        }
    }
}
