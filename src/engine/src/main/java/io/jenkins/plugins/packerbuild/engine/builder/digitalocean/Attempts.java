package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries a call again where that may help, as often as the template allows. For one build, and its threads. */
final class Attempts {

    private static final int OF_AN_ENDPOINT_THAT_NEVER_ANSWERED = 3;

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
        return run(what, cancellation, call, Optional::empty);
    }

    /**
     * A call that must not be sent twice: when its answer was lost, what it made is looked for first.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.problem.ProviderException when it fails for good
     */
    <T> T run(Attempted what, Cancellation cancellation, Supplier<T> call, Supplier<Optional<T>> find) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (ApiFailure failure) {
                int attempts = attempts();
                if (!failure.mayPass() || attempt >= attempts) {
                    throw what.failed(failure, attempt, attempts);
                }
                clock.sleep(pause(failure, attempt), cancellation);
                Optional<T> found = failure.mayHaveHappened() ? find.get() : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
    }

    private int attempts() {
        int wanted = options.max() + 1;
        return endpoint.hasAnswered() ? wanted : Math.min(wanted, OF_AN_ENDPOINT_THAT_NEVER_ANSWERED);
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
