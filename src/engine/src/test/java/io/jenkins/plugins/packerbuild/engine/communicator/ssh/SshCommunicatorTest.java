package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorContract;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator.Reply;
import io.jenkins.plugins.packerbuild.engine.communicator.RecordingOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the real OpenSSH. */
class SshCommunicatorTest extends CommunicatorContract {

    private static OpenSshServer server;

    private final RecordingOutput output = new RecordingOutput();
    private Communicator communicator;

    @BeforeAll
    static void startServer(@TempDir Path serverDirectory) {
        server = OpenSshServer.start(serverDirectory);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connect() {
        communicator = connect(false);
    }

    @AfterEach
    void disconnect() {
        communicator.close();
    }

    @Override
    protected Communicator communicator() {
        return communicator;
    }

    @Override
    protected void given(String command, Reply reply) {
        assertThat(command).isNotEmpty();
    }

    @Override
    protected String contentOf(String remotePath) throws IOException {
        return Files.readString(Path.of(remotePath));
    }

    @Test
    void runsAScriptWhoseEnvironmentHasQuotesAndDollars() {
        CommandResult result = script(
                "printf '[%s]\\n' \"$A\"", path -> "chmod +x " + path + "; A='it'\"'\"'s \"$HOME\" `x`'  sh " + path);

        assertThat(result.exitStatus()).isZero();
        assertThat(output.out()).containsExactly("[it's \"$HOME\" `x`]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bringsEveryByteOfAScriptThere(boolean pty) throws IOException {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Path copy = directory.resolve("copy");
        try (Communicator own = connect(pty)) {
            own.runScript(
                    new RemoteScript(all, path(), path -> "cp " + path + " " + copy, false),
                    output,
                    new Cancellation());
        }

        assertThat(copy).hasBinaryContent(all);
        assertThat(Path.of(path())).doesNotExist();
    }

    @Test
    void keepsTheScriptWhereAskedTo() {
        communicator.runScript(
                new RemoteScript("exit 0\n".getBytes(StandardCharsets.UTF_8), path(), path -> "sh " + path, true),
                output,
                new Cancellation());

        assertThat(Path.of(path())).hasContent("exit 0").isExecutable();
    }

    @Test
    void removesTheScriptAlsoWhenTheCommandLineExits() {
        CommandResult result = script("exit 1", path -> "exec sh " + path);

        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(Path.of(path())).doesNotExist();
    }

    @Test
    void runsScriptsUnderTheLoginsOwnUmask() throws IOException {
        Path made = directory.resolve("made");
        script("umask 022; touch " + made, path -> path);
        script("umask > " + directory.resolve("mask"), path -> path);

        assertThat(directory.resolve("mask")).content().isNotEqualToIgnoringWhitespace("0077");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void handsOnAMegabyteInOrder() {
        AtomicLong lines = new AtomicLong();
        AtomicLong wrong = new AtomicLong();
        CommandOutput counting = new CommandOutput() {
            @Override
            public void stdout(String line) {
                wrong.addAndGet(line.equals("line " + lines.incrementAndGet() + " of many") ? 0 : 1);
            }

            @Override
            public void stderr(String line) {
                wrong.incrementAndGet();
            }
        };

        communicator.run(
                new Command("i=0; while [ $i -lt 60000 ]; do i=$((i+1)); echo \"line $i of many\"; done"),
                counting,
                new Cancellation());

        assertThat(lines).hasValue(60_000);
        assertThat(wrong).hasValue(0);
    }

    @Test
    void handsOnMoreThanTheWindowHolds() {
        AtomicLong bytes = new AtomicLong();
        RecordingOutput none = new RecordingOutput();
        CommandOutput counting = new CommandOutput() {
            @Override
            public void stdout(String line) {
                bytes.addAndGet(line.length() + 1);
            }

            @Override
            public void stderr(String line) {
                none.stderr(line);
            }
        };

        communicator.run(
                new Command("yes 0123456789012345678901234567890123456789012345678901234567890 | head -c 12400000"),
                counting,
                new Cancellation());

        assertThat(bytes).hasValue(12_400_000);
        assertThat(none.err()).isEmpty();
    }

    @Test
    void tellsTheSignalThatEndedACommand() {
        CommandResult result = communicator.run(new Command("kill -9 $$"), output, new Cancellation());

        assertThat(result.exitStatus()).isEqualTo(137);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesNoProcessAfterACancel(boolean pty) {
        String marker = "99" + Math.abs(UUID.randomUUID().hashCode());
        Cancellation cancellation = new Cancellation();
        output.onLine(() -> cancellation.cancel("enough"));
        String text = "#!/bin/sh\nsleep " + marker + " &\n(trap '' TERM; sh -c 'trap \"\" TERM; sleep 1" + marker
                + "; sleep 2" + marker + "') &\nsetsid sleep 3" + marker + " &\nsleep 0.2\necho up\nsleep 4" + marker;

        try (Communicator own = connect(pty)) {
            assertThatThrownBy(() -> own.runScript(scriptOf(text, path -> path), output, cancellation))
                    .isInstanceOf(CancelledException.class);
            OpenSsh.await("no process is left", () -> !OpenSsh.processWith(marker));
        }

        assertThat(output.out()).contains("up");
        assertThat(Path.of(path())).doesNotExist();
    }

    @Test
    void canBeUsedAfterACancel() {
        Cancellation cancellation = new Cancellation();
        RecordingOutput first = new RecordingOutput().onLine(() -> cancellation.cancel("enough"));
        assertThatThrownBy(() -> communicator.run(new Command("echo up; sleep 1000"), first, cancellation))
                .isInstanceOf(CancelledException.class);

        communicator.run(new Command("echo again"), output, new Cancellation());

        assertThat(output.out()).containsExactly("again");
    }

    @Test
    void doesNotWaitForADaemonThatHoldsTheOutputOpen() {
        String marker = "98" + Math.abs(UUID.randomUUID().hashCode());

        CommandResult result = communicator.run(
                new Command("echo a; setsid sleep " + marker + " & exit 5"), output, new Cancellation());

        assertThat(result.exitStatus()).isEqualTo(5);
        assertThat(output.out()).containsExactly("a");
        assertThat(OpenSsh.processWith("sleep " + marker)).isTrue();
        OpenSsh.run(
                "sh",
                "-c",
                "kill $(ps -eo pid=,args= | awk '/sleep [" + marker.charAt(0) + "]" + marker.substring(1)
                        + "/ {print $1}')");
    }

    @Test
    void givesScriptsAPseudoTerminal() {
        try (Communicator own = connect(true)) {
            CommandResult result = own.runScript(
                    scriptOf(
                            "test -t 1 && test -t 2 && echo tty; stty -a </dev/tty | grep -o ' icanon'; exit 6",
                            path -> "sh " + path),
                    output,
                    new Cancellation());

            assertThat(result.exitStatus()).isEqualTo(6);
        }
        assertThat(output.out()).containsExactly("tty", " icanon");
    }

    @Test
    void takesLongLinesThroughAPseudoTerminal() {
        String text = ": " + "x".repeat(6_000) + "\necho done\n";
        try (Communicator own = connect(true)) {
            own.runScript(scriptOf(text, path -> "sh " + path), output, new Cancellation());
        }

        assertThat(output.out()).containsExactly("done");
    }

    @Test
    void tellsAScriptsOwn125FromAFailedUpload() {
        assertThat(script("exit 125", path -> "sh " + path).exitStatus()).isEqualTo(125);

        RemoteScript nowhere = new RemoteScript(
                "exit 0".getBytes(StandardCharsets.UTF_8),
                directory + "/no/such/folder.sh",
                path -> "sh " + path,
                false);
        assertThatThrownBy(() -> communicator.runScript(nowhere, output, new Cancellation()))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("no/such/folder.sh")
                .hasMessageContaining("Directory nonexistent")
                .hasMessageContaining("remote_folder");
    }

    @Test
    void costsOneChannelPerScript() throws IOException {
        long before = server.sessionChannels();

        for (int i = 0; i < 20; i++) {
            assertThat(script("exit 0", path -> path).exitStatus()).isZero();
        }

        assertThat(server.sessionChannels() - before).isEqualTo(20);
    }

    @Test
    void uploadsWithTheLocalPermissionBits() throws IOException {
        Path source = Files.writeString(directory.resolve("s"), "x");
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxr-x--x"));

        communicator.upload(source, directory.resolve("d").toString(), new Cancellation());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("d"))))
                .isEqualTo("rwxr-x--x");
    }

    @Test
    void saysWhyAnUploadFailed() throws IOException {
        Path source = Files.writeString(directory.resolve("s"), "x");

        assertThatThrownBy(() -> communicator.upload(source, directory + "/no/d", new Cancellation()))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Could not upload file '" + source + "'")
                .hasMessageContaining("No such file");
    }

    private CommandResult script(String text, java.util.function.UnaryOperator<String> line) {
        return communicator.runScript(scriptOf(text, line), output, new Cancellation());
    }

    private RemoteScript scriptOf(String text, java.util.function.UnaryOperator<String> line) {
        return new RemoteScript(text.getBytes(StandardCharsets.UTF_8), path(), line, false);
    }

    private String path() {
        return directory.resolve("the script.sh").toString().replace("the script", "script");
    }

    private static Communicator connect(boolean pty) {
        return new SshConnector(Clock.system())
                .connect(
                        pty ? SshTargets.withPty(server) : SshTargets.of(server),
                        new Narrator("test", new RecordingListener()),
                        new Cancellation());
    }
}
