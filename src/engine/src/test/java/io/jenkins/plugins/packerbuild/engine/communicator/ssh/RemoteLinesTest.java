package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines as they are, under the shells and tools that machines have. */
class RemoteLinesTest {

    private static final String MARK = "mark-of-the-test";

    @TempDir
    Path directory;

    private final RemoteLines lines = new RemoteLines(MARK, false);

    @ParameterizedTest
    @CsvSource({"dash, true", "dash, false", "bash, true", "bash, false", "busybox, false"})
    void leavesNoProcessWhateverTheShellAndWithOrWithoutSetsid(String shell, boolean setsid) throws Exception {
        Path tools = tools(shell, setsid);
        String marker = "97" + Math.abs(UUID.randomUUID().hashCode());
        String text = "sleep " + marker + " &\n(trap '' TERM; sh -c 'trap \"\" TERM; sleep 1" + marker + "; sleep 2"
                + marker + "') &\n(sh -c 'trap : TERM; sleep 3" + marker + "; sleep 5" + marker
                + "; :') &\nsleep 0.3\necho up\nsleep 4" + marker + "\n";
        Path file = directory.resolve("it's a script");
        byte[] content = text.getBytes(StandardCharsets.UTF_8);

        Process script = start(
                tools,
                lines.script(new RemoteScript(
                        content, file.toString(), p -> "sh '" + p.replace("'", "'\\''") + "'", false)));
        script.getOutputStream().write(content);
        script.getOutputStream().close();
        assertThat(script.inputReader().readLine()).isEqualTo("up");
        Process kill = start(tools, RemoteLines.kill(group(script), file.toString()));

        assertThat(new String(kill.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(kill.waitFor()).isZero();
        OpenSsh.await("no process is left", () -> !OpenSsh.processWith(marker));
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"dash, true", "bash, false", "busybox, false"})
    void doesNotWaitForAGroupThatEndsAtOnce(String shell, boolean setsid) throws Exception {
        Path tools = tools(shell, setsid);
        Process command = start(tools, lines.command("echo up; sleep 1000"));
        assertThat(command.inputReader().readLine()).isEqualTo("up");
        long before = System.nanoTime();

        start(tools, RemoteLines.kill(group(command), "")).waitFor();

        assertThat(System.nanoTime() - before).isLessThan(4_000_000_000L);
        assertThat(command.waitFor()).isNotZero();
    }

    @Test
    void leavesOthersAlone() throws Exception {
        Path tools = tools("dash", true);
        Process other = start(tools, lines.command("echo up; sleep 1000"));
        Process command = start(tools, lines.command("echo up; sleep 1000"));
        assertThat(other.inputReader().readLine()).isEqualTo("up");
        assertThat(command.inputReader().readLine()).isEqualTo("up");

        start(tools, RemoteLines.kill(group(command), "")).waitFor();
        command.waitFor();

        assertThat(other.isAlive()).isTrue();
        start(tools, RemoteLines.kill(group(other), "")).waitFor();
    }

    /** JUnit would warn of every link out of its folder. */
    @AfterEach
    void removeLinks() throws IOException {
        try (DirectoryStream<Path> links =
                Files.newDirectoryStream(Files.createDirectories(directory.resolve("bin")))) {
            for (Path link : links) {
                Files.delete(link);
            }
        }
    }

    private static long group(Process process) throws IOException {
        try (BufferedReader errors = process.errorReader()) {
            String line = errors.readLine();
            assertThat(line).startsWith(MARK + " group ");
            return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        }
    }

    private Process start(Path tools, String line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(tools.resolve("sh").toString(), "-c", line);
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("SHELL", tools.resolve("sh").toString());
        return builder.start();
    }

    /** A folder for PATH with that shell as sh and nothing but what is needed; all of busybox' own for busybox. */
    private Path tools(String shell, boolean setsid) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("bin"));
        Path program = find(shell);
        assumeTrue(Files.exists(program), () -> "no " + shell + " here");
        if (shell.equals("busybox")) {
            OpenSsh.run(program.toString(), "--install", "-s", folder.toString());
            return folder;
        }
        Files.createSymbolicLink(folder.resolve("sh"), program);
        for (String tool : "cat sed awk sleep rm chmod wc true id ps head".split(" ")) {
            Files.createSymbolicLink(folder.resolve(tool), find(tool));
        }
        if (setsid) {
            Files.createSymbolicLink(folder.resolve("setsid"), find("setsid"));
        }
        return folder;
    }

    private static Path find(String program) {
        Path usr = Path.of("/usr/bin", program);
        return Files.exists(usr) ? usr : Path.of("/bin", program);
    }
}
