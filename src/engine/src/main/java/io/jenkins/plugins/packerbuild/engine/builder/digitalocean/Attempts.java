package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tries a call again where that may help, as often as the template allows. For one build, and its threads. */
final class Attempts {

    private static final int OF_AN_ENDPOINT_THAT_NEVER_ANSWERED = 3;
    private static final Duration PATIENCE_WITH_AN_ENDPOINT_THAT_NEVER_ANSWERED = Duration.ofSeconds(25);

    private final RetryOptions options;
    private final Endpoint endpoint;
    private final Clock clock;

    Attempts(RetryOptions options, Endpoint endpoint, Clock clock) {
        this.options = options;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** A call that may be sent twice. */
    <T> T run(Attempted what, Cancellation cancellation, Supplier<T> call) {
        return run(what, cancellation, call, Optional::empty, failure -> false);
    }

    /**
     * A call that must not be sent twice: when its answer was lost, what it made is looked for first.
     *
     * @throws ProviderException when it fails for good; its reason is UNAVAILABLE when it may have happened all the same
     */
    <T> T run(Attempted what, Cancellation cancellation, Supplier<T> call, Supplier<Optional<T>> find) {
        return run(what, cancellation, call, find, ApiFailure::mayHaveHappened);
    }

    private <T> T run(
            Attempted what,
            Cancellation cancellation,
            Supplier<T> call,
            Supplier<Optional<T>> find,
            Predicate<ApiFailure> mattersIfItHappened) {
        boolean uncertain = false;
        Duration start = clock.uptime();
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (ApiFailure failure) {
                int attempts = attempts(attempt, clock.uptime().minus(start));
                uncertain |= mattersIfItHappened.test(failure);
                boolean last = !failure.mayPass() || attempt >= attempts;
                ProviderException outcome = what.failed(failure, attempt, attempts, uncertain);
                if (!last) {
                    clock.sleep(pause(failure, attempt), cancellation);
                }
                Optional<T> found = uncertain ? found(find, outcome) : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
                if (last) {
                    throw outcome;
                }
            }
        }
    }

    /** A refused look says nothing about what was asked for at first. */
    private static <T> Optional<T> found(Supplier<Optional<T>> find, ProviderException outcome) {
        try {
            return find.get();
        } catch (ProviderException e) {
            outcome.addSuppressed(e);
            throw outcome;
        }
    }

    private int attempts(int attempt, Duration tried) {
        int wanted = options.max() + 1;
        if (endpoint.hasAnswered()) {
            return wanted;
        }
        boolean patient = tried.compareTo(PATIENCE_WITH_AN_ENDPOINT_THAT_NEVER_ANSWERED) < 0;
        return patient ? Math.min(wanted, OF_AN_ENDPOINT_THAT_NEVER_ANSWERED) : attempt;
    }

    /** Throttling is waited for by the endpoint's gate, which all builds share. */
    private Duration pause(ApiFailure failure, int attempt) {
        if (failure.isThrottled()) {
            return Duration.ZERO;
        }
        Duration doubled = options.waitMin().multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(options.waitMax()) < 0 ? doubled : options.waitMax();
    }
}
