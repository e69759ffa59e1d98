package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderRefusal;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/**
 * Sends requests to one account and region: within its rate budget, again after throttling, a server's error or a lost
 * connection, and with pauses that double. Safe for use by several threads.
 */
final class Attempts {

    /** An endpoint that has never answered is most likely misspelt: nobody should wait a minute to hear that. */
    private static final int BEFORE_THE_FIRST_ANSWER = 4;

    /** The same for one that takes connections and never answers, where each try lasts long. */
    private static final Duration PATIENCE_BEFORE_THE_FIRST_ANSWER = Duration.ofSeconds(25);

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
        return run(subject, cancellation, request, UnaryOperator.identity());
    }

    /**
     * The same for what makes something. After a try whose answer was lost, a refusal of the next one does not say that
     * nothing was made: its reason is then UNAVAILABLE, unless it is CONFLICT, upon which the caller looks.
     */
    <T> T create(Subject subject, Cancellation cancellation, Request<T> request) {
        return run(
                subject,
                cancellation,
                request,
                reason -> reason == Reason.CONFLICT ? Reason.CONFLICT : Reason.UNAVAILABLE);
    }

    private <T> T run(
            Subject subject, Cancellation cancellation, Request<T> request, UnaryOperator<Reason> afterLostAnswer) {
        UnaryOperator<Reason> verdict = UnaryOperator.identity();
        Duration start = clock.uptime();
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
                int limit = limitFor(e, attempt, clock.uptime().minus(start));
                if (!e.worthAnother() || attempt >= limit) {
                    throw refusal(subject, e, verdict.apply(e.reason()), tries(attempt, limit));
                }
                verdict = e.reason() == Reason.UNAVAILABLE ? afterLostAnswer : verdict;
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

    private int limitFor(FailedAttempt e, int attempt, Duration tried) {
        if (!e.unanswered() || answered.get()) {
            return most;
        }
        boolean patient = tried.compareTo(PATIENCE_BEFORE_THE_FIRST_ANSWER) < 0;
        return patient ? Math.min(most, BEFORE_THE_FIRST_ANSWER) : attempt;
    }

    private Duration pause(int attempt, Duration retryAfter) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10));
        Duration own = Duration.ofMillis(Math.round(millis * (0.5 + 0.5 * random.getAsDouble())));
        Duration asked = retryAfter.compareTo(RateBudget.LONGEST_QUIET) < 0 ? retryAfter : RateBudget.LONGEST_QUIET;
        return own.compareTo(asked) > 0 ? own : asked;
    }

    private static String tries(int attempt, int limit) {
        return attempt == 1 ? "" : "attempt " + attempt + " of " + Math.max(limit, attempt);
    }

    private ProviderException refusal(Subject subject, FailedAttempt e, Reason reason, String tries) {
        StringBuilder code = new StringBuilder(e.code());
        append(code, e.requestId().isEmpty() ? "" : "request " + e.requestId());
        append(code, tries);
        ProviderRefusal refusal = new ProviderRefusal(
                subject.verb(),
                subject.kind(),
                subject.id(),
                place,
                e.words(),
                code.toString(),
                Cures.of(e.code(), e.unanswered()));
        return new ProviderException(reason, refusal, e.getCause());
    }

    private static void append(StringBuilder code, String part) {
        if (!part.isEmpty()) {
            code.append(code.isEmpty() ? "" : ", ").append(part);
        }
    }
}
