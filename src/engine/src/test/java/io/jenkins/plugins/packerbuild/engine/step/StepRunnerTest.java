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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StepRunnerTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final RecordingListener told = new RecordingListener();
    private final VirtualClock clock = new VirtualClock();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();
    private final ScriptedOperator operator = new ScriptedOperator();

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
                        "error: aborted: skipping cleanup of step \"a\"");
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

    @Test
    void doesAfterAFailureWhatWasRegisteredForItBeforeTheCleanupsOfItsStep() {
        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> {
                    scope.run(new Recorded("a", () -> {}));
                    scope.onFailure(LIMIT, (failure, until) -> done.add("after " + failure.getMessage()));
                    return scope.run(new Recorded("b", () -> {
                        throw BuildException.of("It broke.");
                    }));
                }))
                .hasMessage("It broke.");

        assertThat(done).containsExactly("run a", "run b", "clean b", "after It broke.", "clean a");
    }

    @Test
    void doesNothingOfItAfterSuccess() {
        runner(OnError.CLEANUP).runAll(scope -> {
            scope.onFailure(LIMIT, (failure, until) -> done.add("after"));
            return scope.run(new Recorded("a", () -> {}));
        });

        assertThat(done).containsExactly("run a", "clean a");
    }

    @Test
    void doesNothingOfItAfterACancel() {
        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> {
                    scope.onFailure(LIMIT, (failure, until) -> done.add("after"));
                    return scope.run(new Recorded("a", () -> {
                        cancellation.cancel("a test wants it");
                        throw BuildException.of("A consequence.");
                    }));
                }))
                .hasMessage("A consequence.");

        assertThat(done).containsExactly("run a", "clean a");
    }

    @Test
    void replacesTheFailureByThatOfWhatIsDoneAfterItAndGoesOnCleaningUp() {
        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> {
                    scope.run(new Recorded("a", () -> {}));
                    scope.onFailure(LIMIT, (failure, until) -> {
                        throw BuildException.of("Worse than " + failure.getMessage());
                    });
                    throw BuildException.of("First.");
                }))
                .hasMessage("Worse than First.");

        assertThat(done).containsExactly("run a", "clean a");
    }

    @Test
    void endsWhatIsDoneAfterAFailureWhenItsTimeIsOver() {
        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> {
                    scope.run(new Recorded("a", () -> {}));
                    scope.onFailure(
                            LIMIT,
                            (failure, until) -> until.clock().sleep(LIMIT.multipliedBy(2), until.cancellation()));
                    throw BuildException.of("First.");
                }))
                .hasMessage("Cancelled: its time was over.");

        assertThat(done).containsExactly("run a", "clean a");
    }

    @Test
    void runsTheCleanupProvisionerAndNoCleanupWhenToldSo() {
        assertThatThrownBy(() -> runner(OnError.RUN_CLEANUP_PROVISIONER).runAll(scope -> {
                    scope.run(new Recorded("a", () -> {}));
                    return scope.run(new Recorded("b", () -> {
                        scope.onFailure(LIMIT, (failure, until) -> done.add("after"));
                        throw BuildException.of("It broke.");
                    }));
                }))
                .hasMessage("It broke.");

        assertThat(done).containsExactly("run a", "run b", "after");
        assertThat(told.said())
                .containsExactly(
                        "error: It broke.",
                        "error: Step \"b\" failed, aborting...",
                        "error: aborted: skipping cleanup of step \"a\"");
    }

    @Test
    void asksAfterAFailureAndTriesTheStepAgainWithoutWhatTheFirstTryHasMade() {
        operator.answers("r", "x", "");
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> runner(new Conduct(OnError.ASK, false, operator))
                        .runAll(scope -> {
                            scope.run(new Recorded("a", () -> {}));
                            return scope.run(new Recorded("b", () -> {
                                scope.onFailure(LIMIT, (failure, until) -> done.add("after"));
                                throw BuildException.of("Broke " + tries.incrementAndGet() + ".");
                            }));
                        }))
                .hasMessage("Broke 2.");

        assertThat(done).containsExactly("run a", "run b", "clean b", "run b", "after", "clean b", "clean a");
        assertThat(operator.questions())
                .hasSize(3)
                .containsOnly("web: [c] Clean up and exit, [a] abort without cleanup,"
                        + " or [r] retry step (build may fail even if retry succeeds)?");
        assertThat(told.said())
                .containsExactly(
                        "error: Broke 1.",
                        "say: Step \"b\" failed",
                        "error: Broke 2.",
                        "say: Step \"b\" failed",
                        "say: Incorrect input: \"x\"");
    }

    @Test
    void goesOnWhenTheSecondTrySucceeds() {
        operator.answers("R");
        AtomicInteger tries = new AtomicInteger();

        String result = runner(new Conduct(OnError.ASK, false, operator))
                .runAll(scope -> scope.run(new Recorded("a", () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw BuildException.of("Not yet.");
                    }
                })));

        assertThat(result).isEqualTo("a");
        assertThat(done).containsExactly("run a", "clean a", "run a", "clean a");
    }

    @Test
    void leavesEverythingWhenTheOperatorSaysAbort() {
        operator.answers("a");

        assertThatThrownBy(() -> runner(new Conduct(OnError.ASK, false, operator))
                        .runAll(scope -> {
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
                        "say: Step \"b\" failed",
                        "error: It broke.",
                        "error: Step \"b\" failed, aborting...",
                        "error: aborted: skipping cleanup of step \"a\"");
    }

    @Test
    void cleansUpWhenThereIsNobodyToAsk() {
        assertThatThrownBy(() -> runner(OnError.ASK)
                        .runAll(scope -> scope.run(new Recorded("a", () -> {
                            throw BuildException.of("It broke.");
                        }))))
                .hasMessage("It broke.");

        assertThat(done).containsExactly("run a", "clean a");
        assertThat(told.said()).containsExactly("error: It broke.", "say: Step \"a\" failed");
    }

    @Test
    void asksNothingAfterACancel() {
        assertThatThrownBy(() -> runner(new Conduct(OnError.ASK, false, operator))
                        .runAll(scope -> scope.run(new Recorded("a", () -> {
                            cancellation.cancel("a test wants it");
                            cancellation.throwIfCancelled();
                        }))))
                .isInstanceOf(CancelledException.class);

        assertThat(operator.questions()).isEmpty();
        assertThat(done).containsExactly("run a", "clean a");
    }

    @Test
    void pausesAfterEveryGoodStepAndBeforeItsCleanup() {
        assertThatThrownBy(() -> runner(new Conduct(OnError.CLEANUP, true, operator))
                        .runAll(scope -> {
                            scope.run(new Recorded("a", () -> scope.run(new Recorded("inner", () -> {}))));
                            return scope.run(new Recorded("b", () -> {
                                throw BuildException.of("It broke.");
                            }));
                        }))
                .hasMessage("It broke.");

        assertThat(operator.questions())
                .containsExactly(
                        "web: Pausing after run of step 'a'. Press enter to continue.",
                        "web: Pausing before cleanup of step 'a'. Press enter to continue.");
        assertThat(done).containsExactly("run a", "run inner", "run b", "clean b", "clean inner", "clean a");
    }

    @Test
    void saysNothingOfAFailureThatItsStepLeavesToTheEnd() {
        Step<String> quiet = new Step<>() {
            @Override
            public boolean tellsFailure() {
                return false;
            }

            @Override
            public String run(BuildScope scope) {
                throw BuildException.of("It broke.");
            }
        };

        assertThatThrownBy(() -> runner(OnError.CLEANUP).runAll(scope -> scope.run(quiet)))
                .hasMessage("It broke.");

        assertThat(told.said()).isEmpty();
    }

    @Test
    void tellsAFailureOutsideOfEveryStepAlsoWithAbort() {
        assertThatThrownBy(() -> runner(OnError.ABORT).runAll(scope -> {
                    throw BuildException.of("Early.");
                }))
                .hasMessage("Early.");

        assertThat(told.said()).containsExactly("error: Early.", "error: Build failed, aborting...");
    }

    private StepRunner runner(OnError onError) {
        return runner(Conduct.of(onError));
    }

    private StepRunner runner(Conduct conduct) {
        return new StepRunner(new Narrator("web", told), cancellation, clock, conduct);
    }
}
