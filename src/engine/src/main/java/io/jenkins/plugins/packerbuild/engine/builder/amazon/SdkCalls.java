package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends SDK requests by {@link Attempts}, until the cancellation is cancelled. */
record SdkCalls(Attempts attempts, Cancellation cancellation) {

    /** The answer. */
    <T> T get(Subject subject, Supplier<T> request) {
        return attempts.run(subject, cancellation, () -> send(request));
    }

    /** The answer to a call that makes something. */
    <T> T create(Subject subject, Supplier<T> request) {
        return attempts.create(subject, cancellation, () -> send(request));
    }

    /** Without an answer that anybody needs. */
    void run(Subject subject, Supplier<?> request) {
        attempts.run(subject, cancellation, () -> send(request));
    }

    private static <T> T send(Supplier<T> request) throws FailedAttempt {
        try {
            return request.get();
        } catch (SdkException e) {
            throw SdkFailures.classify(e);
        }
    }
}
