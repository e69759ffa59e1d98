package io.jenkins.plugins.packerbuild.engine.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepRunnerTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final RecordingListener told = new RecordingListener();
    private final VirtualClock clock = new VirtualClock();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();

    private final class Recorded implements Step<String> {
        private final String name;
        private final Runnable work;

        Recorded(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String run(BuildScope scope) {
            scope.onCleanup("thing of " + name, LIMIT, limit -> done.add("clean " + name));
            done.add("run " + name);
            work.run();
            return name;
        }
    }

    @Test
    void cleansUpInReverseOrderAfterSuccess() {
        String result = runner(OnError.CLEANUP).runAll(scope -> {
            scope.run(new Recorded("a", () -> {}));
            return scope.run(new Recorded("b", () -> {}));
        });

        assertThat(result).isEqualTo("b");
        assertThat(done).containsExactly("run a", "run b", "clean b", "clean a");
    }

    @Test
    void cleansUpInReverseOrderAfterFailureAndTellsTheFailure() {
        StepRunner runner = runner(OnError.CLEANUP);

        assertThatThrownBy(() -> runner.runAll(scope -> {
                    scope.run(new Recorded("a", () -> {}));
                    return scope.run(new Recorded("b", () -> {
                        throw BuildException.of("It broke.");
                    }));
                }))
                .hasMessage("It broke.");

        assertThat(done).containsExactly("run a", "run b", "clean b", "clean a");
        assertThat(told.said()).containsExactly("error: It broke.");
        assertThat(runner.failed()).isTrue();
    }

    @Test
    void cleansUpAfterCancelAndStartsNoFurtherStep() {
        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> {
                    scope.run(new Recorded("a", () -> cancellation.cancel("a test wants it")));
                    return scope.run(new Recorded("b", () -> {}));
                }))
                .isInstanceOf(CancelledException.class)
                .hasMessage("Cancelled: a test wants it.");

        assertThat(done).containsExactly("run a", "clean a");
        assertThat(told.said()).isEmpty();
    }

    @Test
    void goesOnCleaningUpWhenOneCleanupFailsAndKeepsTheResult() {
        String result = runner(OnError.CLEANUP).runAll(scope -> {
            scope.run(new Recorded("a", () -> {}));
            scope.onCleanup("key", LIMIT, limit -> {
                throw BuildException.of("No.");
            });
            return "made";
        });

        assertThat(result).isEqualTo("made");
        assertThat(done).containsExactly("run a", "clean a");
        assertThat(told.said()).containsExactly("error: Could not clean up key: No.");
    }

    @Test
    void addsFailedCleanupsToTheFailureOfTheBuild() {
        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> {
                    scope.onCleanup("key", LIMIT, limit -> {
                        throw new IllegalStateException("odd");
                    });
                    throw BuildException.of("First.");
                }))
                .hasMessage("First.")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1))
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("Could not clean up key: "));
    }

    @Test
    void givesEachCleanupItsOwnDeadlineThatACancelOfTheBuildDoesNotTouch() {
        cancellation.cancel("a test wants it");
        List<Boolean> cancelledBeforeAndAfter = new ArrayList<>();

        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> {
                    scope.onCleanup("slow thing", LIMIT, limit -> {
                        cancelledBeforeAndAfter.add(limit.isCancelled());
                        clock.sleep(LIMIT.plusSeconds(1), new Cancellation());
                        cancelledBeforeAndAfter.add(limit.isCancelled());
                        limit.throwIfCancelled();
                    });
                    throw BuildException.of("First.");
                }))
                .hasMessage("First.");

        assertThat(cancelledBeforeAndAfter).containsExactly(false, true);
        assertThat(told.said())
                .containsExactly(
                        "error: First.", "error: Could not clean up slow thing: Cancelled: its time was over.");
    }

    @Test
    void skipsCleanupsAfterFailureWithAbortAndNamesWhatIsLeft() {
        assertThatThrownBy(() -> runner(OnError.ABORT).runAll(scope -> {
                    scope.run(new Recorded("a", () -> {}));
                    return scope.run(new Recorded("b", () -> {
                        throw BuildException.of("It broke.");
                    }));
                }))
                .hasMessage("It broke.");

        assertThat(done).containsExactly("run a", "run b");
        assertThat(told.said())
                .containsExactly(
                        "error: It broke.",
                        "error: Step \"b\" failed, aborting...",
                        "error: aborted: skipping cleanup of step \"b\" (thing of b)",
                        "error: aborted: skipping cleanup of step \"a\" (thing of a)");
    }

    @Test
    void cleansUpAfterCancelAlsoWithAbort() {
        assertThatThrownBy(() -> runner(OnError.ABORT).runAll(scope -> {
                    scope.run(new Recorded("a", () -> cancellation.cancel("a test wants it")));
                    return scope.run(new Recorded("b", () -> {}));
                }))
                .isInstanceOf(CancelledException.class);

        assertThat(done).containsExactly("run a", "clean a");
    }

    @Test
    void tellsTheBeginAndTheEndOfEveryStep() {
        runner(OnError.CLEANUP).runAll(scope -> scope.run(new Recorded("a", () -> clock.sleep(LIMIT, cancellation))));

        assertThat(told.events())
                .containsExactly(
                        new BuildEvent.StepStarted("web", "a"), new BuildEvent.StepFinished("web", "a", true, LIMIT));
    }

    private StepRunner runner(OnError onError) {
        return new StepRunner(new Narrator("web", told), cancellation, clock, onError);
    }
}
