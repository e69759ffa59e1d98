package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;

/**
 * One API endpoint as one account sees it: the connections, and the rate budget that all builds of the account share.
 * Safe for use by several threads.
 */
final class Endpoint {

    private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(1);

    private final Transport transport;

    /** Guarded by this: the clock's uptime before which nothing may be sent. */
    private Duration heldUntil = Duration.ofNanos(Long.MIN_VALUE);

    private volatile boolean answered;

    Endpoint(Transport transport) {
        this.transport = transport;
    }

    /** Whether there ever was an answer. */
    boolean hasAnswered() {
        return answered;
    }

    /**
     * One exchange, as soon as the rate limit allows.
     *
     * @throws ApiFailure when it was refused, or no whole answer arrived
     */
    ApiReply exchange(ApiRequest request, Clock clock, Cancellation cancellation) {
        clock.sleep(held(clock), cancellation);
        ApiReply reply = transport.send(request, cancellation);
        answered = true;
        respectLimits(reply, clock);
        if (!reply.isSuccess()) {
            throw ApiJson.failure(reply);
        }
        return reply;
    }

    private synchronized Duration held(Clock clock) {
        return heldUntil.minus(clock.uptime());
    }

    private void respectLimits(ApiReply reply, Clock clock) {
        boolean throttled = reply.status() == 429;
        boolean exhausted =
                reply.seconds("ratelimit-remaining").filter(left -> left == 0).isPresent();
        if (throttled || exhausted) {
            hold(
                    clock,
                    reply.seconds("retry-after").map(Duration::ofSeconds).orElseGet(() -> untilReset(reply, clock)));
        }
    }

    private static Duration untilReset(ApiReply reply, Clock clock) {
        long now = clock.now().getEpochSecond();
        return reply.seconds("ratelimit-reset")
                .map(reset -> Duration.ofSeconds(reset - now))
                .orElse(SHORTEST_HOLD);
    }

    private synchronized void hold(Clock clock, Duration wanted) {
        Duration atLeast = wanted.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : wanted;
        Duration atMost = atLeast.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : atLeast;
        Duration until = clock.uptime().plus(atMost);
        heldUntil = until.compareTo(heldUntil) > 0 ? until : heldUntil;
    }

    void close() {
        transport.close();
    }
}
