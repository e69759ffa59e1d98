package io.jenkins.plugins.packerbuild.engine.communicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator.Reply;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every communicator promises. The fake is prepared with what the real thing does by itself. */
public abstract class CommunicatorContract {

    /** Of this test. */
    @TempDir
    protected Path directory;

    /** One that is connected; closed by the subclass. */
    protected abstract Communicator communicator();

    /** Tells a fake what a command will do; the real thing knows. */
    protected abstract void given(String command, Reply reply);

    /** The content of a file on the machine. */
    protected abstract String contentOf(String remotePath) throws Exception;

    @Test
    void tellsTheExitStatusOfACommand() {
        given("exit 3", Reply.exit(3));

        CommandResult result = communicator().run(new Command("exit 3"), new RecordingOutput(), new Cancellation());

        assertThat(result).isEqualTo(new CommandResult(3));
        assertThat(result.disconnected()).isFalse();
    }

    @Test
    void keepsStandardOutputAndStandardErrorApart() {
        given("echo one; echo two >&2", Reply.prints("one").withStderr("two"));
        RecordingOutput output = new RecordingOutput();

        communicator().run(new Command("echo one; echo two >&2"), output, new Cancellation());

        assertThat(output.out()).containsExactly("one");
        assertThat(output.err()).containsExactly("two");
    }

    @Test
    void runsAScriptByItsCommandLine() {
        given(
                "printf '%s\\n' \"$WORD\"; exit 4",
                new Reply(4, java.util.List.of("hello"), java.util.List.of(), () -> {}));
        RecordingOutput output = new RecordingOutput();
        String path = directory.resolve("script.sh").toString();
        UnaryOperator<String> line = remote -> "WORD=hello sh " + remote;

        CommandResult result = communicator()
                .runScript(
                        new RemoteScript(bytes("printf '%s\\n' \"$WORD\"; exit 4"), path, line, false),
                        output,
                        new Cancellation());

        assertThat(result.exitStatus()).isEqualTo(4);
        assertThat(output.out()).containsExactly("hello");
        assertThat(Path.of(path)).doesNotExist();
    }

    @Test
    void uploadsAFile() throws Exception {
        Path source = Files.writeString(directory.resolve("source"), "a\r\nb\0c");
        String destination = directory.resolve("destination").toString();

        communicator().upload(source, destination, new Cancellation());

        assertThat(contentOf(destination)).isEqualTo("a\r\nb\0c");
    }

    @Test
    void doesNothingWhenAlreadyCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel("the test wants it");

        assertThatThrownBy(() -> communicator().run(new Command("true"), new RecordingOutput(), cancellation))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("the test wants it");
    }

    @Test
    void endsACommandThatIsCancelled() {
        Cancellation cancellation = new Cancellation();
        given("echo started; sleep 1000", Reply.prints("started"));
        RecordingOutput output = new RecordingOutput().onLine(() -> cancellation.cancel("enough"));

        assertThatThrownBy(() -> communicator().run(new Command("echo started; sleep 1000"), output, cancellation))
                .isInstanceOf(CancelledException.class);

        assertThat(output.out()).containsExactly("started");
    }

    @Test
    void closesTwiceWithoutComplaint() {
        Communicator communicator = communicator();

        communicator.close();
        communicator.close();

        assertThat(communicator).isNotNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
