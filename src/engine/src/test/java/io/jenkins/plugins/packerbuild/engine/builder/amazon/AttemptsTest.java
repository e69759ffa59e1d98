package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Subject SUBJECT = new Subject("launch", "instance", "t3.micro");

    private final VirtualClock clock = new VirtualClock();
    private final Cancellation cancellation = new Cancellation();
    private final Attempts attempts = new Attempts(new RateBudget(), "aws us-east-1", 10, clock, () -> 1.0);
    private final Deque<FailedAttempt> failures = new ArrayDeque<>();

    private String run() {
        return attempts.run(SUBJECT, cancellation, () -> {
            FailedAttempt failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return "answer";
        });
    }

    private Reason reasonOfRefusedCreate() {
        try {
            attempts.create(SUBJECT, cancellation, () -> {
                throw failures.remove();
            });
            throw new AssertionError("not refused");
        } catch (ProviderException e) {
            return e.reason();
        }
    }

    private static FailedAttempt failure(Reason reason, String code, Duration retryAfter) {
        return new FailedAttempt(reason, "words.", code, "req-1", retryAfter, new IllegalStateException());
    }

    private void fail(int times, Reason reason, String code) {
        for (int i = 0; i < times; i++) {
            failures.add(failure(reason, code, Duration.ZERO));
        }
    }

    @Test
    void triesAgainWithPausesThatDouble() {
        fail(3, Reason.UNAVAILABLE, "InternalError");

        assertThat(run()).isEqualTo("answer");

        assertThat(clock.sleeps())
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void waitsAsLongAsTheProviderWants() {
        failures.add(failure(Reason.THROTTLED, "RequestLimitExceeded", Duration.ofSeconds(7)));

        assertThat(run()).isEqualTo("answer");

        assertThat(clock.uptime()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void doesNotTryAgainWhatIsRefusedForGood() {
        fail(1, Reason.DENIED, "UnauthorizedOperation");

        assertThatThrownBy(this::run)
                .isInstanceOf(ProviderException.class)
                .hasMessage("Could not launch instance 't3.micro' in aws us-east-1: words (UnauthorizedOperation,"
                        + " request req-1). Ask the account's administrator for this action in the IAM policy of these"
                        + " credentials.");
        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void believesNoRefusalOfACreateAfterALostAnswer() {
        fail(1, Reason.UNAVAILABLE, "");
        fail(1, Reason.CAPACITY, "VcpuLimitExceeded");
        assertThat(reasonOfRefusedCreate()).isEqualTo(Reason.UNAVAILABLE);

        fail(1, Reason.UNAVAILABLE, "");
        fail(1, Reason.CONFLICT, "InvalidGroup.Duplicate");
        assertThat(reasonOfRefusedCreate()).isEqualTo(Reason.CONFLICT);

        fail(1, Reason.THROTTLED, "RequestLimitExceeded");
        fail(1, Reason.CAPACITY, "VcpuLimitExceeded");
        assertThat(reasonOfRefusedCreate()).isEqualTo(Reason.CAPACITY);
    }

    @Test
    void waitsFiveMinutesAtMostHoweverLongTheProviderWants() {
        failures.add(failure(Reason.THROTTLED, "RequestLimitExceeded", Duration.ofHours(2)));

        assertThat(run()).isEqualTo("answer");

        assertThat(clock.uptime()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void givesUpAfterElevenTries() {
        fail(20, Reason.UNAVAILABLE, "InternalError");

        assertThatThrownBy(this::run).hasMessageContaining("(InternalError, request req-1, attempt 11 of 11)");

        assertThat(failures).hasSize(9);
    }

    @Test
    void waitsOnceOnlyForAnEndpointThatTakesLongAndHasNeverAnswered() {
        assertThatThrownBy(() -> attempts.run(SUBJECT, cancellation, () -> {
                    clock.sleep(Duration.ofMinutes(1), cancellation);
                    throw failure(Reason.UNAVAILABLE, "", Duration.ZERO);
                }))
                .isInstanceOf(ProviderException.class);

        assertThat(clock.sleeps()).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void givesUpSoonWhenNobodyHasEverAnswered() {
        fail(20, Reason.UNAVAILABLE, "");

        assertThatThrownBy(this::run)
                .hasMessageContaining("attempt 4 of 4")
                .hasMessageEndingWith("Check the network, the `region` and, when set, `custom_endpoint_ec2`.");

        assertThat(clock.uptime()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void isPatientWithAnEndpointThatHasAnsweredBefore() {
        run();
        fail(9, Reason.UNAVAILABLE, "");

        assertThat(run()).isEqualTo("answer");
    }

    @Test
    void noticesACancelBetweenTwoTries() {
        fail(20, Reason.UNAVAILABLE, "InternalError");
        clock.at(Duration.ofSeconds(3), () -> cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(this::run).isInstanceOf(CancelledException.class);

        assertThat(clock.uptime()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void slowsDownAfterThrottlingAndComesBack() {
        RateBudget budget = new RateBudget();
        List<Duration> atFirst = List.of(budget.take(Duration.ZERO), budget.take(Duration.ZERO));
        budget.throttled(Duration.ZERO, Duration.ZERO);

        Duration next = budget.take(Duration.ZERO);

        assertThat(atFirst).containsOnly(Duration.ZERO);
        assertThat(next).isEqualTo(Duration.ofMillis(100));
        assertThat(budget.take(Duration.ofMinutes(1))).isLessThanOrEqualTo(Duration.ZERO);
    }
}
