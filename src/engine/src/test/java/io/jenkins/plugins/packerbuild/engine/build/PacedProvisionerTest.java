package io.jenkins.plugins.packerbuild.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.Pacing;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PacedProvisionerTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final RecordingListener told = new RecordingListener();
    private final VirtualClock clock = new VirtualClock();
    private final Cancellation cancellation = new Cancellation();
    private int tries;

    @Test
    void isTheProvisionerItselfWhenThereIsNothingAroundIt() {
        Provisioner plain = (communicator, data, scope) -> {};

        assertThat(PacedProvisioner.of(plain, "provisioner 1 (shell)", Pacing.NONE))
                .isSameAs(plain);
    }

    @Test
    void pausesBeforeEveryTry() {
        assertThatThrownBy(() -> run(new Pacing(TEN_SECONDS, Duration.ZERO, 1), scope -> fail("No.")))
                .hasMessage("No.");

        assertThat(clock.sleeps()).containsExactly(TEN_SECONDS, TEN_SECONDS);
        assertThat(told.said())
                .containsExactly(
                        "say: Pausing 10s before the next provisioner...",
                        "say: Provisioner failed with \"No.\", retrying with 1 trie(s) left",
                        "say: Pausing 10s before the next provisioner...",
                        "say: retry limit reached.");
    }

    @Test
    void triesAsOftenAsItMayAndGivesTheLastError() {
        assertThatThrownBy(
                        () -> run(new Pacing(Duration.ZERO, Duration.ZERO, 2), scope -> fail("No \"" + tries + "\"")))
                .hasMessage("No \"3\"");

        assertThat(told.said())
                .containsExactly(
                        "say: Provisioner failed with \"No \\\"1\\\"\", retrying with 2 trie(s) left",
                        "say: Provisioner failed with \"No \\\"2\\\"\", retrying with 1 trie(s) left",
                        "say: retry limit reached.");
    }

    @Test
    void isContentWithTheFirstTryThatSucceeds() {
        run(new Pacing(Duration.ZERO, Duration.ZERO, 5), scope -> {
            if (tries < 2) {
                fail("No.");
            }
        });

        assertThat(tries).isEqualTo(2);
        assertThat(told.said()).hasSize(1);
    }

    @Test
    void cancelsTheProvisionerOnlyWhenItsTimeIsOverAndTriesAgain() {
        run(new Pacing(Duration.ZERO, TWO_SECONDS, 1), scope -> {
            if (tries == 1) {
                scope.clock().sleep(TEN_SECONDS, scope.cancellation());
            }
        });

        assertThat(cancellation.isCancelled()).isFalse();
        assertThat(told.said())
                .containsExactly(
                        "say: Setting a 2s timeout for the next provisioner...",
                        "error: Cancelling provisioner after a timeout...",
                        "say: Provisioner failed with \"Could not finish provisioner 1 (shell) within its timeout of 2s."
                                + " Look above why it takes so long, or raise its \\\"timeout\\\".\","
                                + " retrying with 1 trie(s) left",
                        "say: Setting a 2s timeout for the next provisioner...");
    }

    @Test
    void failsWhenTheTimeOfTheLastTryIsOver() {
        assertThatThrownBy(() -> run(
                        new Pacing(Duration.ZERO, TWO_SECONDS, 0),
                        scope -> scope.clock().sleep(TEN_SECONDS, scope.cancellation())))
                .isNotInstanceOf(CancelledException.class)
                .hasMessageStartingWith("Could not finish provisioner 1 (shell) within its timeout of 2s.");
    }

    @Test
    void blamesTheTimeAlsoForWhatTheProvisionerSaysOfItsEnd() {
        assertThatThrownBy(() -> run(new Pacing(Duration.ZERO, TWO_SECONDS, 0), scope -> {
                    clock.sleep(TEN_SECONDS, new Cancellation());
                    fail("Script exited with 143.");
                }))
                .hasMessageStartingWith("Could not finish")
                .hasRootCauseMessage("Script exited with 143.");
    }

    @Test
    void countsTheTimeFromTheEndOfThePause() {
        run(
                new Pacing(TEN_SECONDS, TWO_SECONDS, 0),
                scope -> scope.clock().sleep(Duration.ofMillis(1900), scope.cancellation()));

        assertThat(told.said())
                .containsExactly(
                        "say: Pausing 10s before the next provisioner...",
                        "say: Setting a 2s timeout for the next provisioner...");
    }

    @Test
    void doesNotTryAgainAfterACancel() {
        assertThatThrownBy(() -> run(new Pacing(Duration.ZERO, TWO_SECONDS, 3), scope -> {
                    cancellation.cancel("a test wants it");
                    fail("A consequence.");
                }))
                .isInstanceOf(CancelledException.class);

        assertThat(tries).isEqualTo(1);
        assertThat(told.said()).containsExactly("say: Setting a 2s timeout for the next provisioner...");
    }

    @Test
    void doesNotBeginWhenCancelledInThePause() {
        clock.at(Duration.ofSeconds(5), () -> cancellation.cancel("a test wants it"));

        assertThatThrownBy(() -> run(new Pacing(TEN_SECONDS, Duration.ZERO, 3), scope -> {}))
                .isInstanceOf(CancelledException.class);

        assertThat(tries).isZero();
    }

    private void run(Pacing pacing, Consumer<BuildScope> work) {
        Provisioner provisioner = (communicator, data, scope) -> {
            tries++;
            work.accept(scope);
        };
        PacedProvisioner.of(provisioner, "provisioner 1 (shell)", pacing)
                .provision(
                        new FakeCommunicator(),
                        Map.of(),
                        new StepRunner(new Narrator("web", told), cancellation, clock, OnError.CLEANUP));
    }

    private static void fail(String words) {
        throw BuildException.of(words);
    }
}
