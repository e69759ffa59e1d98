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
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProvisionStepTest {

    private static final String CLEANUP_LINE =
            "say: Provisioning step had errors: Running the cleanup provisioner, if present...";

    private final RecordingListener told = new RecordingListener();
    private final VirtualClock clock = new VirtualClock();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> ran = new ArrayList<>();
    private final FakeCommunicator machine = new FakeCommunicator();

    @Test
    void runsTheErrorCleanupOnTheSameMachineWithTheSameDataWhenAProvisionerFails() {
        Provisioner errorCleanup = (communicator, data, scope) -> {
            assertThat(communicator).isSameAs(machine);
            ran.add("cleanup of " + data.get("ID"));
        };

        assertThatThrownBy(() -> runAll(OnError.CLEANUP, Optional.of(errorCleanup), failing("It broke."), scope -> {}))
                .hasMessage("It broke.");

        assertThat(ran).containsExactly("cleanup of i-1");
        assertThat(told.said()).containsExactly(CLEANUP_LINE);
    }

    @Test
    void runsItWhenALaterStepFails() {
        assertThatThrownBy(() -> runAll(
                        OnError.CLEANUP, recorded("cleanup"), recorded("script").get(), scope -> {
                            throw BuildException.of("No image.");
                        }))
                .hasMessage("No image.");

        assertThat(ran).containsExactly("script", "cleanup");
    }

    @Test
    void doesNotRunItAfterSuccess() {
        runAll(OnError.CLEANUP, recorded("cleanup"), recorded("script").get(), scope -> {});

        assertThat(ran).containsExactly("script");
        assertThat(told.said()).isEmpty();
    }

    @Test
    void doesNotRunItWhenCancelledWhileProvisioning() {
        Provisioner cancelled = (communicator, data, scope) -> {
            cancellation.cancel("a test wants it");
            scope.cancellation().throwIfCancelled();
        };

        assertThatThrownBy(() -> runAll(OnError.CLEANUP, recorded("cleanup"), cancelled, scope -> {}))
                .isInstanceOf(CancelledException.class);

        assertThat(ran).isEmpty();
        assertThat(told.said()).isEmpty();
    }

    @Test
    void doesNotRunItWithAbort() {
        assertThatThrownBy(() -> runAll(OnError.ABORT, recorded("cleanup"), failing("It broke."), scope -> {}))
                .hasMessage("It broke.");

        assertThat(ran).isEmpty();
    }

    @Test
    void namesBothErrorsWhenItFailsToo() {
        assertThatThrownBy(() ->
                        runAll(OnError.CLEANUP, Optional.of(failing("Worse.")), failing("It broke."), scope -> {}))
                .hasMessage("Cleanup failed: Worse. Original Provisioning error: It broke.");
    }

    @Test
    void givesItUpAfterAnHour() {
        Provisioner endless =
                (communicator, data, scope) -> scope.clock().sleep(Duration.ofDays(1), scope.cancellation());

        assertThatThrownBy(() -> runAll(OnError.CLEANUP, Optional.of(endless), failing("It broke."), scope -> {}))
                .hasMessage("Cleanup failed: Cancelled: its time was over. Original Provisioning error: It broke.");
    }

    @Test
    void endsItWhenTheBuildIsCancelledMeanwhile() {
        clock.at(Duration.ofMinutes(1), () -> cancellation.cancel("a test wants it"));
        Provisioner slow =
                (communicator, data, scope) -> scope.clock().sleep(Duration.ofMinutes(30), scope.cancellation());

        assertThatThrownBy(() -> runAll(OnError.CLEANUP, Optional.of(slow), failing("It broke."), scope -> {}))
                .hasMessageStartingWith("Cleanup failed: Cancelled: a test wants it.");

        assertThat(ran).isEmpty();
    }

    private void runAll(
            OnError onError, Optional<Provisioner> errorCleanup, Provisioner provisioner, Consumer<BuildScope> rest) {
        StepRunner runner = new StepRunner(new Narrator("web", told), cancellation, clock, onError);
        runner.runAll(scope -> {
            scope.run(new ProvisionStep(List.of(provisioner), errorCleanup, machine, Map.of("ID", "i-1")));
            rest.accept(scope);
            return "made";
        });
    }

    private Optional<Provisioner> recorded(String name) {
        return Optional.of((communicator, data, scope) -> ran.add(name));
    }

    private static Provisioner failing(String words) {
        return (communicator, data, scope) -> {
            throw BuildException.of(words);
        };
    }
}
