package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.shell.ShellProvisionerType;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Command lines of real templates, against the real OpenSSH, with a sudo that tells what it was given. */
class ExecuteCommandTest {

    private static final String SUDO = """
            #!/bin/sh
            while :; do
              case "$1" in
                -S) case "$*" in *-c*) read -r pw; echo "sudo was told $pw" ;; esac ;;
                -E | -n) ;;
                *) break ;;
              esac
              shift
            done
            exec "$@"
            """;

    @TempDir
    static Path directory;

    private static OpenSshServer server;

    private final RecordingListener listener = new RecordingListener();

    @BeforeAll
    static void start() throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Files.writeString(bin.resolve("sudo"), SUDO).toFile().setExecutable(true);
        server = OpenSshServer.start(directory.resolve("sshd"), "SetEnv PATH=" + bin + ":/usr/bin:/bin");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    static Stream<Arguments> commands() {
        List<String> plain = List.of("message: A=1 B=2", "message: nothing to read");
        List<String> asked = List.of("message: sudo was told pw", "message: A=1 B=2", "message: nothing to read");
        return Stream.of(false, true)
                .flatMap(pty -> Stream.of(
                        Arguments.of("echo 'pw' | sudo -S sh -c '{{ .Vars }} {{ .Path }}'", pty, asked),
                        Arguments.of("echo 'pw' | {{.Vars}} sudo -S -E sh -c 'bash {{.Path}}'", pty, asked),
                        Arguments.of("{{ .Vars }} sudo -E -S sh '{{ .Path }}'", pty, plain),
                        Arguments.of("{{.Vars}} sudo -E -S bash -eu {{.Path}}", pty, plain),
                        Arguments.of("chmod +x {{.Path}}; env {{.Vars}} {{.Path}}", pty, plain),
                        Arguments.of("exec env {{.Vars}} sh {{.Path}} ; exit 9", pty, plain),
                        Arguments.of("{{.Vars}} bash '{{.Path}}' # as it is", pty, plain)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void runsTheScriptWithItsVariables(String command, boolean pty, List<String> said) {
        provision(
                pty,
                "{'environment_vars':['A=1','B=2'],'execute_command':%s,"
                        + "'inline':['echo A=$A B=$B; cat; echo nothing to read']}",
                command);

        assertThat(listener.said().stream().skip(1)).containsExactlyElementsOf(said);
    }

    @Test
    void givesValuesWithEverySignToTheScript() {
        String value = "it's \"$HOME\" `x`\\ \n\t*;&| \u00fc";

        provision(
                false,
                "{'environment_vars':%s,'inline':['printf %%s \\\"$A\\\" | od -An -v -tx1 | xargs']}",
                List.of("A=" + value));

        String bytes = HexFormat.ofDelimiter(" ").formatHex(value.getBytes(StandardCharsets.UTF_8));
        assertThat(listener.said()).endsWith("message: " + bytes);
    }

    private void provision(boolean pty, String template, Object value) {
        String json = template.replace('\'', '"').formatted(quoted(value));
        TestOptions options = TestOptions.of(json);
        ProvisionerSettings settings =
                new ProvisionerSettings("web", "null", new RunFacts(Instant.EPOCH, directory, directory, Map.of()));
        var provisioner = new ShellProvisionerType().prepare(options.options(), settings);
        assertThat(options.problems()).isEmpty();
        Narrator narrator = new Narrator("web", listener);
        Cancellation cancellation = new Cancellation();
        StepRunner scope = new StepRunner(narrator, cancellation, Clock.system(), OnError.CLEANUP);
        try (Communicator machine = new SshConnector(Clock.system())
                .connect(
                        pty ? SshTargets.withPty(server) : SshTargets.of(server),
                        new Narrator("web", new RecordingListener()),
                        cancellation)) {
            provisioner.provision(machine, Map.of(), scope);
        }
    }

    private static String quoted(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
