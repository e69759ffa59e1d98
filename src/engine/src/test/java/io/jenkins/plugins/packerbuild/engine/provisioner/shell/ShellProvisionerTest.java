package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator.Reply;
import io.jenkins.plugins.packerbuild.engine.communicator.NotStartedException;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellProvisionerTest {

    @TempDir
    Path directory;

    private final FakeCommunicator machine = new FakeCommunicator();
    private final RecordingListener listener = new RecordingListener();
    private final VirtualClock clock = new VirtualClock();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void sendsInlineLinesAsOneScript() {
        run("{\"inline\": [\"sleep 30\", \"sudo apt-get update\"]}");

        RemoteScript script = machine.scripts().get(0);
        assertThat(text(script)).isEqualTo("#!/bin/sh -e\nsleep 30\nsudo apt-get update\n");
        assertThat(script.remotePath()).matches("/tmp/script_\\d{9,}\\.sh");
        assertThat(script.keep()).isFalse();
        assertThat(listener.said().get(0)).matches("say: Provisioning with shell script: .*/packer-shell\\d+");
    }

    @Test
    void putsTheEnvironmentBeforeThePathSortedAndQuoted() {
        run("{\"inline\": [\"true\"], \"remote_path\": \"/x\", \"environment_vars\": [\"Z=it's\", \"A=1=2\"]}");

        assertThat(machine.commands())
                .containsExactly("chmod +x /x; A='1=2' PACKER_BUILDER_TYPE='amazon-ebs' PACKER_BUILD_NAME='web'"
                        + " Z='it'\"'\"'s'  /x");
    }

    @Test
    void takesTheUsersOwnFormatOfTheEnvironment() {
        run("{\"inline\": [\"true\"], \"remote_path\": \"/x\", \"env_var_format\": \"-e %s=%s \"}");

        assertThat(machine.commands().get(0))
                .isEqualTo("chmod +x /x; -e PACKER_BUILDER_TYPE=amazon-ebs -e PACKER_BUILD_NAME=web  /x");
    }

    @Test
    void runsEachScriptFileUnderANewName() throws IOException {
        Files.writeString(directory.resolve("a.sh"), "a\r\nb\r\n");
        Files.writeString(directory.resolve("b.sh"), "c");

        run("{\"scripts\": [\"a.sh\", \"b.sh\"]}");

        assertThat(machine.scripts()).map(ShellProvisionerTest::text).containsExactly("a\nb\n", "c");
        assertThat(machine.scripts()).map(RemoteScript::remotePath).doesNotHaveDuplicates();
        assertThat(listener.said())
                .containsExactly(
                        "say: Provisioning with shell script: a.sh", "say: Provisioning with shell script: b.sh");
    }

    @Test
    void takesCarriageReturnsOutOfInlineLinesAsWell() {
        run("{\"inline\": [\"a\\r\\nb\\r\", \"c\"]}");

        assertThat(text(machine.scripts().get(0))).isEqualTo("#!/bin/sh -e\na\nb\nc\n");
    }

    @Test
    void leavesInlineLinesOfABinaryAsTheyAre() {
        run("{\"inline\": [\"a\\r\"], \"binary\": true}");

        assertThat(text(machine.scripts().get(0))).isEqualTo("#!/bin/sh -e\na\r\n");
    }

    @Test
    void leavesABinaryAsItIs() throws IOException {
        Files.writeString(directory.resolve("a"), "a\r\nb");

        run("{\"script\": \"a\", \"binary\": true, \"skip_clean\": \"true\"}");

        assertThat(text(machine.scripts().get(0))).isEqualTo("a\r\nb");
        assertThat(machine.scripts().get(0).keep()).isTrue();
    }

    @Test
    void readsScriptFilesWhenTheyRun() throws IOException {
        Files.writeString(directory.resolve("a.sh"), "old");
        Provisioner provisioner = prepare("{\"script\": \"a.sh\"}");
        Files.writeString(directory.resolve("a.sh"), "new");

        provision(provisioner);

        assertThat(text(machine.scripts().get(0))).isEqualTo("new");
    }

    @Test
    void tellsOutputAndErrorsApart() {
        machine.on("hello", Reply.prints("out").withStderr("err"));

        run("{\"inline\": [\"hello\"]}");

        assertThat(listener.said()).endsWith("message: out", "error: err");
    }

    @Test
    void failsInPackersWordsOnABadExitStatus() {
        machine.on("x", Reply.exit(3));

        assertThatThrownBy(() -> run("{\"inline\": [\"x\"]}"))
                .isInstanceOf(BuildException.class)
                .hasMessage("Script exited with non-zero exit status: 3.Allowed exit codes are: [0]");
        assertThatThrownBy(() -> run("{\"inline\": [\"x\"], \"valid_exit_codes\": [0, 2]}"))
                .hasMessageEndingWith("Allowed exit codes are: [0 2]");
    }

    @Test
    void acceptsTheExitStatusesThatAreAllowed() {
        machine.on("x", Reply.exit(3));

        run("{\"inline\": [\"x\"], \"valid_exit_codes\": [0, 3]}");

        assertThat(machine.scripts()).hasSize(1);
    }

    @Test
    void failsWhenTheConnectionIsLostUnexpectedly() {
        machine.on("x", Reply.exit(CommandResult.DISCONNECTED));

        assertThatThrownBy(() -> run("{\"inline\": [\"x\"]}"))
                .hasMessage("Script disconnected unexpectedly. If you expected your script to disconnect, i.e. from a"
                        + " restart, you can try adding `\"expect_disconnect\": true` or"
                        + " `\"valid_exit_codes\": [0, 2300218]` to the shell provisioner parameters.");
    }

    @Test
    void removesTheScriptAfterAnExpectedRestart() {
        machine.on("#!", Reply.exit(CommandResult.DISCONNECTED));

        run("{\"inline\": [\"reboot\"], \"expect_disconnect\": true, \"remote_path\": \"/tmp/s\"}");

        assertThat(machine.commands()).endsWith("rm -f /tmp/s");
    }

    @Test
    void startsAgainWhatCouldNotBeStarted() {
        NotStartedException down = new NotStartedException(Problem.of("Connection refused."), null);
        machine.refuse(down).refuse(down);

        run("{\"inline\": [\"x\"]}");

        assertThat(machine.scripts()).hasSize(1);
        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void givesUpStartingWhenTheTimeIsOver() {
        NotStartedException down = new NotStartedException(Problem.of("Connection refused."), null);
        for (int i = 0; i < 10; i++) {
            machine.refuse(down);
        }

        assertThatThrownBy(() -> run("{\"inline\": [\"x\"], \"start_retry_timeout\": \"5s\"}"))
                .isSameAs(down);

        assertThat(clock.uptime()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void doesNotStartAgainWhatHasFailedForGood() {
        machine.refuse(BuildException.of("No room."));

        assertThatThrownBy(() -> run("{\"inline\": [\"x\"]}")).hasMessage("No room.");

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void pausesAfterwards() {
        run("{\"inline\": [\"x\"], \"pause_after\": \"10s\"}");

        assertThat(listener.said()).endsWith("say: Pausing 10s after this provisioner...");
        assertThat(clock.uptime()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void startsNoFurtherScriptAfterACancel() throws IOException {
        Files.writeString(directory.resolve("a.sh"), "a");
        machine.on("a", Reply.exit(0).during(() -> cancellation.cancel("enough")));

        assertThatThrownBy(() -> run("{\"scripts\": [\"a.sh\", \"a.sh\"]}")).isInstanceOf(CancelledException.class);

        assertThat(machine.scripts()).hasSize(1);
    }

    @Test
    void findsWhatIsWrongWithItsOptions() throws IOException {
        Files.writeString(directory.resolve("a.sh"), "a");

        assertThat(problems("{}"))
                .singleElement()
                .asString()
                .contains("Either a script file or inline script must be specified.");
        assertThat(problems("{\"inline\": [\"a\"], \"script\": \"a.sh\"}"))
                .singleElement()
                .asString()
                .contains("Only a script file or an inline script can be specified, not both.");
        assertThat(problems("{\"scripts\": [\"a.sh\"], \"script\": \"a.sh\"}"))
                .singleElement()
                .asString()
                .contains("Only one of script or scripts can be specified.");
        assertThat(problems("{\"script\": \"no.sh\"}"))
                .singleElement()
                .asString()
                .contains("test.json:1:12")
                .contains("Bad script 'no.sh': stat no.sh: no such file or directory");
        assertThat(problems("{\"inline\": [\"a\"], \"environment_vars\": [\"=x\"]}"))
                .singleElement()
                .asString()
                .contains("Environment variable not in format 'key=value': =x");
        assertThat(problems("{\"inline\": [\"a\"], \"use_env_var_file\": true, \"env_var_format\": \"%d\"}"))
                .hasSize(2);
        assertThat(problems("{\"inline\": [\"a\"], \"valid_exit_codes\": [\"zero\"], \"inlin\": 1}"))
                .hasSize(2);
    }

    private List<String> problems(String json) {
        TestOptions options = TestOptions.of(json);
        new ShellProvisionerType().prepare(options.options(), settings());
        return options.problems();
    }

    private void run(String json) {
        provision(prepare(json));
    }

    private Provisioner prepare(String json) {
        TestOptions options = TestOptions.of(json);
        Provisioner provisioner = new ShellProvisionerType().prepare(options.options(), settings());
        assertThat(options.problems()).isEmpty();
        return provisioner;
    }

    private void provision(Provisioner provisioner) {
        Narrator narrator = new Narrator("web", listener);
        provisioner.provision(
                machine, Map.of("ID", "i-1"), new StepRunner(narrator, cancellation, clock, OnError.CLEANUP));
    }

    private ProvisionerSettings settings() {
        return new ProvisionerSettings(
                "web", "amazon-ebs", new RunFacts(Instant.EPOCH, directory, directory, Map.of()));
    }

    private static String text(RemoteScript script) {
        return new String(script.content(), StandardCharsets.UTF_8);
    }
}
