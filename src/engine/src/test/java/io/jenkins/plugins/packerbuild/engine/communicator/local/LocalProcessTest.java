package io.jenkins.plugins.packerbuild.engine.communicator.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.LivingProcesses;
import io.jenkins.plugins.packerbuild.engine.communicator.NotStartedException;
import io.jenkins.plugins.packerbuild.engine.communicator.RecordingOutput;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class LocalProcessTest {

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    private final RecordingOutput output = new RecordingOutput();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void handsOnBothStreamsInLines() {
        assertThat(run("echo one; echo two >&2; printf '\\n10%%\\r50%%\\r\\nend'; printf 'no end' >&2"))
                .isZero();

        assertThat(output.out()).containsExactly("one", "", "50%", "end");
        assertThat(output.err()).containsExactly("two", "no end");
    }

    @Test
    void replacesWhatIsNoText() {
        run("printf 'a\\377b\\n\\303\\274\\n'");

        assertThat(output.out()).containsExactly("a\uFFFDb", "ü");
    }

    @Test
    void keepsLinesOfOneStreamInOrderWhateverTheOtherSays() {
        run("i=0; while [ $i -lt 2000 ]; do echo $i; echo $i >&2; i=$((i+1)); done");

        List<String> numbers =
                IntStream.range(0, 2000).mapToObj(Integer::toString).toList();
        assertThat(output.out()).isEqualTo(numbers);
        assertThat(output.err()).isEqualTo(numbers);
    }

    @Test
    void holdsNoMoreOfALongOutputThanALine() {
        AtomicLong characters = new AtomicLong();
        CommandOutput counting = new CommandOutput() {
            @Override
            public void stdout(String line) {
                characters.addAndGet(line.length());
            }

            @Override
            public void stderr(String line) {
                characters.addAndGet(line.length());
            }
        };

        LocalProcess.run(
                shell("head -c 100000000 /dev/zero | tr '\\0' x; echo; yes | head -n 1000000 >&2"),
                counting,
                cancellation);

        assertThat(characters.get()).isBetween(1_065_536L, 1_065_700L);
    }

    @Test
    void readsNothing() {
        run("cat; echo \"rest: $(cat | wc -c)\"");

        assertThat(output.out()).containsExactly("rest: 0");
    }

    @Test
    void givesTheExitCodeAndThatOfASignal() {
        assertThat(run("exit 7")).isEqualTo(7);
        assertThat(run("kill -9 $$")).isEqualTo(137);
    }

    @Test
    void runsInItsDirectoryWithItsOwnEnvironmentOnly() {
        environment.put("GIVEN", "it's \"$HOME\"\nnext");

        run("pwd; env | grep -c '^HOME='; printf '%s|' \"$GIVEN\"");

        assertThat(output.out()).containsExactly(real(directory), "0", "it's \"$HOME\"", "next|");
    }

    @Test
    void saysThatThereIsNoSuchProgram() throws IOException {
        Path notRunnable = Files.writeString(directory.resolve("text"), "x");

        assertThatThrownBy(() -> LocalProcess.run(command("no-such-program"), output, cancellation))
                .isInstanceOf(NotStartedException.class)
                .hasMessage("exec: \"no-such-program\": executable file not found in $PATH");
        assertThatThrownBy(() -> LocalProcess.run(command(notRunnable.toString()), output, cancellation))
                .isInstanceOf(NotStartedException.class);
        assertThatThrownBy(() -> LocalProcess.run(command(""), output, cancellation))
                .isInstanceOf(NotStartedException.class);
    }

    @Test
    void findsProgramsRelativeToItsDirectory() throws IOException {
        Path program = Files.writeString(directory.resolve("here"), "#!/bin/sh\necho \"$1\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        LocalProcess.run(command("./here", "a b"), output, cancellation);

        assertThat(output.out()).containsExactly("a b");
    }

    @Test
    void leavesADaemonAloneAndDoesNotWaitForIt() {
        String marker = LivingProcesses.marker();

        assertThat(run("sleep " + marker + " & echo $!")).isZero();

        assertThat(LivingProcesses.has(marker)).isTrue();
        end(output.out().get(0));
    }

    @Test
    void endsAllThatAScriptHasStartedWhenCancelled() {
        String marker = LivingProcesses.marker();
        output.onLine(() -> cancellation.cancel("the test wants it"));

        assertThatThrownBy(() -> run("(trap '' TERM; sleep 1" + marker + "; sleep 2" + marker + ") &\n"
                        + "sh -c 'sleep 3" + marker + " & sleep 4" + marker + "' &\n"
                        + "(sh -c 'nohup sleep 5" + marker + " >/dev/null 2>&1 &')\n"
                        + "echo up\nsleep 6" + marker))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("the test wants it");

        assertThat(LivingProcesses.has(marker)).isFalse();
    }

    @Test
    void endsWhatNeedsNoPersuasionAtOnce() {
        String marker = LivingProcesses.marker();
        long start = System.nanoTime();
        output.onLine(() -> cancellation.cancel("the test wants it"));

        assertThatThrownBy(() -> run("echo up; sleep " + marker)).isInstanceOf(CancelledException.class);

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(4);
        assertThat(LivingProcesses.has(marker)).isFalse();
    }

    @Test
    void letsAScriptCleanUpWhenCancelled() {
        output.onLine(() -> cancellation.cancel("the test wants it"));

        assertThatThrownBy(() -> run("trap 'echo bye; exit 3' TERM; echo up; while :; do sleep 0.1; done"))
                .isInstanceOf(CancelledException.class);

        assertThat(output.out()).containsExactly("up", "bye");
    }

    @Test
    void startsNothingWhenItIsCancelledAlready() {
        cancellation.cancel("the test wants it");

        assertThatThrownBy(() -> run("echo x >started")).isInstanceOf(CancelledException.class);

        assertThat(directory.resolve("started")).doesNotExist();
    }

    @Test
    void endsAllWhenItsThreadIsInterrupted() throws Exception {
        String marker = LivingProcesses.marker();
        Thread build = new Thread(() -> {
            try {
                run("sleep 1" + marker + " & sleep 2" + marker);
            } catch (CancelledException e) {
                output.stdout("cancelled");
            }
        });
        build.start();
        LivingProcesses.await("both run", () -> LivingProcesses.has("1" + marker) && LivingProcesses.has("2" + marker));

        build.interrupt();
        build.join();

        assertThat(output.out()).containsExactly("cancelled");
        LivingProcesses.await("none runs", () -> !LivingProcesses.has(marker));
    }

    @Test
    void endsAllWhenNobodyCanTakeItsOutput() {
        String marker = LivingProcesses.marker();
        output.onLine(() -> {
            throw new IllegalStateException("disk full");
        });

        assertThatThrownBy(() -> run("echo up; sleep " + marker)).hasMessage("disk full");

        assertThat(LivingProcesses.has(marker)).isFalse();
    }

    @Test
    void runsScriptsOfManyBuildsAtOnce() throws Exception {
        ExecutorService builds = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < 128; i++) {
                tries.add(this::writeAndRun);
            }
            for (Future<Integer> result : builds.invokeAll(tries)) {
                assertThat(result.get()).isZero();
            }
        } finally {
            builds.shutdownNow();
        }
        assertThat(output.err()).isEmpty();
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    private int writeAndRun() {
        try (TemporaryScript script =
                TemporaryScript.write(directory, "", "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8))) {
            return LocalProcess.run(shell(script.path() + "; exit $?"), output, cancellation)
                    .exitStatus();
        }
    }

    private int run(String line) {
        return LocalProcess.run(shell(line), output, cancellation).exitStatus();
    }

    private LocalCommand shell(String line) {
        return command("/bin/sh", "-c", line);
    }

    private LocalCommand command(String... words) {
        return new LocalCommand(List.of(words), environment, directory);
    }

    private static void end(String pid) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
