package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.time.Duration;

/**
 * How a call is repeated.
 *
 * @param max {@code http_retry_max}: further attempts after the first
 * @param waitMin {@code http_retry_wait_min}: before the second attempt; doubled from then on
 * @param waitMax {@code http_retry_wait_max}: never more than that
 */
record RetryOptions(int max, Duration waitMin, Duration waitMax) {

    static final RetryOptions USUAL = new RetryOptions(5, Duration.ofSeconds(1), Duration.ofSeconds(30));

    static RetryOptions read(Options options) {
        return new RetryOptions(
                atLeastZero(options, "http_retry_max", USUAL.max()),
                Duration.ofSeconds(atLeastZero(
                        options, "http_retry_wait_min", USUAL.waitMin().toSecondsPart())),
                Duration.ofSeconds(atLeastZero(
                        options, "http_retry_wait_max", USUAL.waitMax().toSecondsPart())));
    }

    private static int atLeastZero(Options options, String key, int fallback) {
        int number = options.number(key, fallback);
        if (number < 0) {
            options.problem(key, "Option '" + key + "' is " + number + ".", "Give 0 or more.");
        }
        return Math.max(0, number);
    }
}
