package io.jenkins.plugins.packerbuild.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.step.Conduct;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ParallelBuildsTest {

    private final RecordingListener told = new RecordingListener();
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void runsAllBuildsAtTheSameTime() {
        CyclicBarrier allThree = new CyclicBarrier(3);

        BuildReport report = run(RunLimits.none(), List.of("c", "a", "b"), name -> context -> meet(allThree));

        assertThat(report.success()).isTrue();
        assertThat(report.results()).extracting(BuildResult::name).containsExactly("a", "b", "c");
        assertThat(report.results().get(0).artifacts()).containsExactly(artifact("a"));
    }

    @Test
    void leavesTheOthersAloneWhenOneFails() {
        BuildReport report = run(RunLimits.none(), List.of("bad", "good"), name -> context -> {
            if (name.equals("bad")) {
                throw BuildException.of("It broke.");
            }
        });

        assertThat(report.success()).isFalse();
        assertThat(report.results())
                .extracting(BuildResult::status)
                .containsExactly(BuildStatus.FAILED, BuildStatus.SUCCEEDED);
        assertThat(report.results().get(0).error()).isEqualTo("It broke.");
        assertThat(report.results().get(0).artifacts()).isEmpty();
    }

    @Test
    void waitsForTheOthersWhenThereIsNoThreadForOne() {
        List<BuilderRun> builds = List.of(build("a", "fake", context -> {}), build("b", "fake", context -> {}));
        AtomicInteger made = new AtomicInteger();

        BuildReport report = new ParallelBuilds(context(), RunLimits.none(), cancellation, work -> {
                    if (made.incrementAndGet() == 2) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    return new Thread(work);
                })
                .run(builds);

        assertThat(report.results())
                .extracting(BuildResult::status)
                .containsExactly(BuildStatus.SUCCEEDED, BuildStatus.FAILED);
        assertThat(report.results().get(1).error())
                .startsWith("Could not start build 'b' on this machine: unable to create native thread.");
    }

    @Test
    void runsOneAfterAnotherInOrderOfNamesWithALimitOfOne() {
        BuildReport report = run(limits(1, Map.of(), false), List.of("c", "a", "b"), name -> context -> {});

        assertThat(report.success()).isTrue();
        assertThat(most).hasValue(1);
        assertThat(told.events().stream()
                        .filter(BuildEvent.BuildStarted.class::isInstance)
                        .map(event -> ((BuildEvent.BuildStarted) event).builder()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void limitsOneTypeAlone() {
        CountDownLatch otherTypeIsDone = new CountDownLatch(1);
        List<BuilderRun> builds = List.of(
                build("a", "slow", context -> await(otherTypeIsDone)),
                build("b", "slow", context -> {}),
                build("c", "quick", context -> otherTypeIsDone.countDown()));

        BuildReport report =
                new ParallelBuilds(context(), limits(0, Map.of("slow", 1), false), cancellation).run(builds);

        assertThat(report.success()).isTrue();
    }

    @Test
    void cancelsTheSiblingsWithFailFastAndCleansThemUp() {
        CountDownLatch siblingRuns = new CountDownLatch(1);
        CountDownLatch cleaned = new CountDownLatch(1);

        BuildReport report = run(limits(0, Map.of(), true), List.of("bad", "good"), name -> context -> {
            if (name.equals("bad")) {
                await(siblingRuns);
                throw BuildException.of("It broke.");
            }
            context.scope().onCleanup("thing", Duration.ofMinutes(1), limit -> cleaned.countDown());
            CountDownLatch cancelled = new CountDownLatch(1);
            context.scope().cancellation().onCancel(cancelled::countDown);
            siblingRuns.countDown();
            await(cancelled);
            context.scope().cancellation().throwIfCancelled();
        });

        assertThat(report.results())
                .extracting(BuildResult::status)
                .containsExactly(BuildStatus.FAILED, BuildStatus.CANCELLED);
        assertThat(report.results().get(1).error()).isEqualTo("Cancelled: build 'bad' failed and -fail-fast is on.");
        assertThat(cleaned.getCount()).isZero();
        assertThat(report.cancelled()).isFalse();
    }

    @Test
    void saysInPackersWordsWhichSignalStopsIt() {
        run(RunLimits.none(), List.of("a"), name -> context -> cancellation.cancel("received terminated"));

        assertThat(told.said()).contains("error: Cancelling build after receiving terminated");
    }

    @Test
    void startsNoWaitingBuildAfterACancel() {
        BuildReport report = run(limits(1, Map.of(), false), List.of("a", "b"), name -> context -> {
            cancellation.cancel("a test wants it");
            context.scope().cancellation().throwIfCancelled();
        });

        assertThat(report.cancelled()).isTrue();
        assertThat(report.results().get(1).error()).isEqualTo("Cancelled before it began: a test wants it.");
        assertThat(told.events())
                .filteredOn(BuildEvent.BuildStarted.class::isInstance)
                .hasSize(1);
        assertThat(told.events())
                .filteredOn(BuildEvent.BuildFinished.class::isInstance)
                .hasSize(2);
    }

    @Test
    void turnsAnUnexpectedErrorOfOneBuildIntoASentence() {
        BuildReport report = run(RunLimits.none(), List.of("a"), name -> context -> {
            throw new NoClassDefFoundError("x/Y");
        });

        assertThat(report.results().get(0).error())
                .startsWith("Unexpected error NoClassDefFoundError: x/Y.")
                .contains("PACKER_LOG=1");
    }

    private BuildReport run(RunLimits limits, List<String> names, Function<String, Consumer<BuildContext>> work) {
        List<BuilderRun> builds = names.stream()
                .map(name -> build(name, "fake", work.apply(name)))
                .toList();
        return new ParallelBuilds(context(), limits, cancellation).run(builds);
    }

    private BuilderRun build(String name, String type, Consumer<BuildContext> work) {
        ImageBuilder builder = context -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                work.accept(context);
                return artifact(name);
            } finally {
                now.decrementAndGet();
            }
        };
        return new BuilderRun(name, type, builder, List.of(), Optional.empty(), List.of());
    }

    private static Artifact artifact(String name) {
        return new Artifact(name, "fake", "test.fake", "id-" + name, "made " + name, List.of(), List.of());
    }

    private RunContext context() {
        VirtualClock clock = new VirtualClock();
        Connector none = (target, narrator, cancel) -> {
            throw BuildException.of("These builds have no machine.");
        };
        return new RunContext(
                new RunIdentity("run-1", clock.now()),
                clock,
                told,
                new MemoryLedger(),
                none,
                Path.of("").toAbsolutePath(),
                text -> text);
    }

    private static RunLimits limits(int parallel, Map<String, Integer> byType, boolean failFast) {
        return new RunLimits(parallel, byType, failFast, Conduct.of(OnError.CLEANUP));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
