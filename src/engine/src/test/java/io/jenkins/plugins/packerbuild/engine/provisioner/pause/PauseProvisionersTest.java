package io.jenkins.plugins.packerbuild.engine.provisioner.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.none.NoneCommunicator;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerType;
import io.jenkins.plugins.packerbuild.engine.step.Conduct;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.Operator;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseProvisionersTest {

    private final RecordingListener listener = new RecordingListener();
    private final VirtualClock clock = new VirtualClock();
    private final Cancellation cancellation = new Cancellation();

    private Operator operator = (builder, question, ignored) -> {
        new Narrator(builder, listener).say("asked: " + question);
        return Optional.of("");
    };

    @Test
    void pausesAtABreakpointUntilEnterIsPressed() {
        run(new BreakpointProvisionerType(), "{\"note\": \"look at {{build `ID`}}\"}");
        run(new BreakpointProvisionerType(), "{}");

        assertThat(listener.said())
                .containsExactly(
                        "say: Pausing at breakpoint provisioner with note \"look at i-1\".",
                        "say: asked: Press enter to continue.",
                        "say: Pausing at breakpoint provisioner.",
                        "say: asked: Press enter to continue.");
    }

    @Test
    void passesADisabledBreakpoint() {
        run(new BreakpointProvisionerType(), "{\"note\": \"here\", \"disable\": \"true\"}");
        run(new BreakpointProvisionerType(), "{\"disable\": true}");

        assertThat(listener.said())
                .containsExactly(
                        "say: Breakpoint provisioner with note \"here\" disabled; continuing...",
                        "say: Breakpoint provisioner disabled; continuing...");
    }

    @Test
    void doesNotWaitAtABreakpointForNobody() {
        operator = Operator.NOBODY;

        assertThatThrownBy(() -> run(new BreakpointProvisionerType(), "{}"))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Error asking for input: no available tty")
                .hasMessageContaining("\"disable\": true");
    }

    @Test
    void leavesABreakpointWhenCancelled() {
        operator = (builder, question, asked) -> {
            asked.cancel("the test wants it");
            return Optional.empty();
        };

        assertThatThrownBy(() -> run(new BreakpointProvisionerType(), "{}")).isInstanceOf(CancelledException.class);
    }

    @Test
    void sleepsForItsDuration() {
        Duration before = clock.uptime();

        run(new SleepProvisionerType(), "{\"duration\": \"1m30s\"}");

        assertThat(clock.uptime().minus(before)).isEqualTo(Duration.ofSeconds(90));
        assertThat(listener.said()).isEmpty();
    }

    @Test
    void endsItsSleepWhenCancelled() {
        cancellation.cancel("the test wants it");

        assertThatThrownBy(() -> run(new SleepProvisionerType(), "{\"duration\": \"1h\"}"))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void reportsWhatIsWrongWithTheirOptions() {
        assertThat(problems(new SleepProvisionerType(), "{\"duration\": \"soon\", \"note\": \"x\"}"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("must be a duration"))
                .anyMatch(problem -> problem.contains("Unknown configuration key: '\"note\"'"));
        assertThat(problems(new BreakpointProvisionerType(), "{\"disable\": \"perhaps\"}"))
                .singleElement()
                .asString()
                .contains("must be true or false");
    }

    private List<String> problems(ProvisionerType type, String json) {
        TestOptions options = TestOptions.ofProvisioner(type.name(), json, Map.of());
        type.prepare(options.options(), settings());
        return options.problems();
    }

    private void run(ProvisionerType type, String json) {
        TestOptions options = TestOptions.ofProvisioner(type.name(), json, Map.of());
        Provisioner provisioner = type.prepare(options.options(), settings());
        assertThat(options.problems()).isEmpty();
        assertThat(type.needsMachine()).isFalse();
        StepRunner scope = new StepRunner(
                new Narrator("web", listener), cancellation, clock, new Conduct(OnError.CLEANUP, false, operator));
        provisioner.provision(new NoneCommunicator(), Map.of("ID", "i-1"), scope);
    }

    private static ProvisionerSettings settings() {
        return new ProvisionerSettings("web", "null", TestOptions.FACTS);
    }
}
