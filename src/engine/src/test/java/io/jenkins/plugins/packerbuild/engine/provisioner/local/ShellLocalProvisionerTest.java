package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.LivingProcesses;
import io.jenkins.plugins.packerbuild.engine.communicator.RecordingOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.local.LocalCommand;
import io.jenkins.plugins.packerbuild.engine.communicator.local.LocalProcess;
import io.jenkins.plugins.packerbuild.engine.communicator.none.NoneCommunicator;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.script.EnvironmentLine;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class ShellLocalProvisionerTest {

    private static final String RUNNING = "say: Running local shell script: ";

    @TempDir
    Path directory;

    @TempDir
    Path temporary;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> data = new HashMap<>(Map.of("ID", "i-1", "PackerRunUUID", "run-1"));
    private final Map<String, String> variables = new HashMap<>();
    private final RecordingListener listener = new RecordingListener();
    private BuildListener heard = listener;
    private final Cancellation cancellation = new Cancellation();

    @BeforeEach
    void takeItsOwnTemporaryDirectory() {
        environment.put("PATH", System.getenv("PATH"));
        environment.put("TMPDIR", temporary.toString());
    }

    @AfterEach
    void leavesNoTemporaryFile() {
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void runsInlineLinesAsOneScript() {
        run("{\"inline\": [\"x=1\", \"echo $x {{build `ID`}}\", \"cat $0\", \"echo oops >&2\"]}");

        assertThat(listener.said().get(0)).matches(RUNNING + temporary + "/packer-shell\\d+");
        assertThat(messages("message: "))
                .containsExactly("1 i-1", "#!/bin/sh -e", "x=1", "echo $x i-1", "cat $0", "echo oops >&2");
        assertThat(messages("error: ")).containsExactly("oops");
    }

    @Test
    void stopsAtTheFirstLineThatFails() {
        assertThatThrownBy(() -> run("{\"inline\": [\"false\", \"echo reached\"]}"))
                .isInstanceOf(BuildException.class)
                .hasMessage("Script exited with non-zero exit status: 1.Allowed exit codes are: [0]");

        assertThat(listener.said()).noneMatch(line -> line.contains("reached"));
    }

    @Test
    void runsScriptsInTheirOrderFromTheWorkingDirectoryUntilOneFails() throws IOException {
        script("b.sh", "echo b >>log");
        script("sub/a.sh", "echo a >>log; exit 4");
        script("c.sh", "echo c >>log");

        assertThatThrownBy(() -> run("{\"scripts\": [\"b.sh\", \"sub/a.sh\", \"c.sh\"]}"))
                .hasMessageContaining("exit status: 4.");

        assertThat(directory.resolve("log")).hasContent("b\na\n");
        assertThat(listener.said()).startsWith(RUNNING + "b.sh", RUNNING + "sub/a.sh");
    }

    @Test
    void runsAScriptWhosePathHasASpaceAndAQuote() throws IOException {
        script("my job's.sh", "echo \"$0\"");

        run("{\"script\": \"my job's.sh\"}");

        assertThat(messages("message: "))
                .containsExactly(directory.resolve("my job's.sh").toString());
    }

    @Test
    void leavesAScriptOfTheUserWhereItIs() throws IOException {
        Path script = script("a.sh", "exit 3");

        run("{\"script\": \"a.sh\", \"valid_exit_codes\": [0, \"3\"]}");

        assertThat(script).exists();
    }

    @Test
    void givesTheScriptTheEnvironmentOfTheEngineAndItsOwnVariables() {
        environment.put("FROM_JENKINS", "credential of the user");
        variables.put("v", "it's");

        run("{\"environment_vars\": [\"A={{user `v`}} \\\"$HOME\\\" {{build `ID`}}\", \"PACKER_BUILD_NAME=mine\"],"
                + " \"inline\": [\"echo $FROM_JENKINS,$A,$PACKER_BUILD_NAME,$PACKER_BUILDER_TYPE,$PACKER_RUN_UUID\"]}");

        assertThat(messages("message: "))
                .containsExactly("credential of the user,it's \"$HOME\" i-1,mine,amazon-ebs,run-1");
    }

    @Test
    void showsNoValueToOthersInItsArguments() {
        run("{\"environment_vars\": [\"A=hidden-value\"],"
                + " \"inline\": [\"tr '\\\\0' ' ' </proc/$PPID/cmdline || ps -o args= -p $PPID\", \"test $A\"]}");

        assertThat(messages("message: ")).isNotEmpty().noneMatch(line -> line.contains("hidden-value"));
    }

    @Test
    void putsVariablesWhereTheUsersOwnCommandWantsThem() {
        run("{\"execute_command\": [\"/bin/sh\", \"-c\", \"X={{build `ID`}} {{.Vars}} sh {{.Script}} {{.Command}}\"],"
                + " \"environment_vars\": [\"A=it's\"], \"inline\": [\"echo $X $A; test $0 = $1\"]}");

        assertThat(messages("message: ")).containsExactly("i-1 it's");
    }

    @Test
    void takesTheUsersOwnFormatOfTheEnvironment() {
        environment.put("NAME", "value");

        run("{\"env_var_format\": \"export %s=\\\"%s\\\"; \", \"environment_vars\": [\"A=$NAME\"],"
                + " \"inline\": [\"echo $A\"]}");

        assertThat(messages("message: ")).containsExactly("value");
    }

    @Test
    void takesTheUsersOwnShebangAndExtension() {
        run("{\"inline_shebang\": \"/bin/cat\", \"tempfile_extension\": \".txt\", \"inline\": [\"a\", \"b\"]}");

        assertThat(listener.said().get(0)).endsWith(".txt");
        assertThat(messages("message: ")).containsExactly("#!/bin/cat", "a", "b");
    }

    @Test
    void splitsACommandOfOneTextAtItsCommas() {
        run("{\"execute_command\": \"echo,{{.Vars}},x\", \"env_var_format\": \"<%s %s>\", \"command\": \"true\"}");

        assertThat(messages("message: ")).containsExactly("<PACKER_BUILDER_TYPE amazon-ebs><PACKER_BUILD_NAME web> x");
    }

    @Test
    void saysWhyAProgramCannotBeStarted() {
        assertThatThrownBy(() -> run("{\"execute_command\": [\"no-such-shell\", \"{{.Script}}\"], \"command\": \"x\"}"))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Error executing script: " + temporary)
                .hasMessageContaining("\n\nPlease see output above for more information.")
                .hasMessageContaining("exec: \"no-such-shell\": executable file not found in $PATH.");
    }

    @Test
    void saysThatAVariableIsWrongOnceItsValueIsKnown() {
        assertThatThrownBy(() -> run("{\"environment_vars\": [\"{{build `ID`}}\"], \"command\": \"true\"}"))
                .hasMessageContaining("Environment variable not in format 'key=value': i-1");
    }

    @Test
    void removesItsFileAndAllProcessesWhenCancelled() {
        String marker = LivingProcesses.marker();
        whenSaid("message: up", () -> cancellation.cancel("the test wants it"));

        assertThatThrownBy(() ->
                        run("{\"inline\": [\"sleep 1" + marker + " &\", \"echo up\", \"sleep 2" + marker + "\"]}"))
                .isInstanceOf(CancelledException.class);

        assertThat(LivingProcesses.has(marker)).isFalse();
    }

    @Test
    void removesItsFileWhenTheScriptIsKilled() {
        assertThatThrownBy(() -> run("{\"inline\": [\"kill -9 $$\"]}")).hasMessageContaining("exit status: 137.");
        assertThatThrownBy(() -> run("{\"inline\": [\"kill -9 $PPID; sleep 0.1\"]}"))
                .hasMessageContaining("exit status: 137.");
    }

    @Test
    void leavesNoFileWhenTheEngineIsKilledMeanwhile() {
        LocalSource.Ready ready =
                new LocalSource.Inline(List.of(Deferred.constant("exit 5")), "/bin/sh", "", temporary).ready(data);
        LocalEnvironment variables = new LocalEnvironment(List.of(), EnvironmentLine.FORMAT, settings());
        LocalCommand command = new ExecuteCommand(List.of())
                .command(ready, variables, data, settings().facts());

        CommandResult result = LocalProcess.run(command, new RecordingOutput(), cancellation);

        assertThat(result.exitStatus()).isEqualTo(5);
        assertThat(Path.of(ready.path())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"linux, true", "windows, false", "'darwin,linux', true", "'windows,solaris', false"})
    void runsOnTheSystemsThatItIsFor(String systems, boolean here) {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"));

        run("{\"inline\": [\"echo here\"], \"only_on\": \"" + systems + "\"}");

        assertThat(messages("message: ").contains("here")).isEqualTo(here);
        assertThat(listener.said().contains("say: Skipping shell-local due to runtime OS"))
                .isNotEqualTo(here);
    }

    @Test
    void reportsWhatIsWrongWithItsOptions() {
        String empty = "Command, Inline, Script and Scripts options cannot all be empty.";
        String several = "You may only specify one of the following options: Command, Inline, Script or Scripts."
                + " Please consolidate these options in your config.";
        assertThat(problems("{}")).singleElement().asString().contains(empty);
        assertThat(problems("{\"inline\": []}")).singleElement().asString().contains(empty);
        assertThat(problems("{\"command\": \"a\", \"inline\": [\"b\"]}"))
                .singleElement()
                .asString()
                .contains(several);
        assertThat(problems("{\"command\": \"a\", \"script\": \"no.sh\"}"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains(several))
                .anyMatch(problem -> problem.contains("Bad script 'no.sh': stat no.sh: no such file or directory"));
        assertThat(problems("{\"inline\": [], \"scripts\": [\"/dev/null\"]}"))
                .singleElement()
                .asString()
                .contains(several);
        assertThat(problems("{\"command\": \"a\", \"only_on\": [\"linux\", \"beos\"]}"))
                .singleElement()
                .asString()
                .contains("Invalid OS specified in only_on: 'beos'")
                .contains("Supported OS names: darwin, freebsd, linux, openbsd, solaris, windows");
        assertThat(problems("{\"command\": \"a\", \"environment_vars\": [\"=x\", \"{{build `ID`}}\"]}"))
                .singleElement()
                .asString()
                .contains("Environment variable not in format 'key=value': =x");
        assertThat(problems("{\"command\": \"a\", \"use_linux_pathing\": true}"))
                .singleElement()
                .asString()
                .contains("Packer is unable to use the Command and Inline features with the Windows Linux Subsystem.");
        assertThat(problems("{\"script\": \"/dev/null\", \"use_linux_pathing\": true}"))
                .singleElement()
                .asString()
                .contains("expected to find a drive following the format ':/' but did not: absolute path: /dev/null");
        assertThat(problems("{\"command\": \"a\", \"valid_exit_codes\": [0, \"x\"]}"))
                .singleElement()
                .asString()
                .contains("Option 'valid_exit_codes[1]' of this script must be a whole number, not 'x'");
        assertThat(problems("{\"command\": \"a\", \"tempfile_extension\": \"/../x\"}"))
                .singleElement()
                .asString()
                .contains("'tempfile_extension' has a slash in it");
        assertThat(problems("{\"command\": \"{{nofunction}}\"}")).hasSize(1);
        assertThat(problems("{\"command\": \"a\", \"execute_comand\": \"b\", \"binary\": true}"))
                .hasSize(2)
                .allMatch(problem -> problem.contains("Unknown configuration key"));
    }

    private Path script(String name, String text) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + text + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
        return path;
    }

    private void whenSaid(String line, Runnable action) {
        heard = event -> {
            listener.on(event);
            if (listener.said().contains(line)) {
                action.run();
            }
        };
    }

    private List<String> messages(String voice) {
        return listener.said().stream()
                .filter(line -> line.startsWith(voice))
                .map(line -> line.substring(voice.length()))
                .toList();
    }

    private List<String> problems(String json) {
        TestOptions options = TestOptions.ofProvisioner("shell-local", json, variables);
        new ShellLocalProvisionerType().prepare(options.options(), settings());
        return options.problems();
    }

    private void run(String json) {
        TestOptions options = TestOptions.ofProvisioner("shell-local", json, variables);
        Provisioner provisioner = new ShellLocalProvisionerType().prepare(options.options(), settings());
        assertThat(options.problems()).isEmpty();
        Narrator narrator = new Narrator("web", heard);
        provisioner.provision(
                new NoneCommunicator(), data, new StepRunner(narrator, cancellation, Clock.system(), OnError.CLEANUP));
    }

    private ProvisionerSettings settings() {
        return new ProvisionerSettings(
                "web", "amazon-ebs", new RunFacts(Instant.EPOCH, directory, directory, environment));
    }
}
