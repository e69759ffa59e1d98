package io.jenkins.plugins.packerbuild.engine.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent.Build;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the consoles write, beside what Debian's packer writes of the same run. Skipped where packer is not installed. */
class PackerConsoleTest {

    private static final Path PACKER = Path.of("/usr/bin/packer");

    private static final String TEMPLATE = """
            {"builders": [{"type": "null", "communicator": "none"}],
             "provisioners": [{"type": "shell-local", "command": "echo out, one; echo; echo 'err ' >&2; EXIT"}]}
            """;

    @TempDir
    Path directory;

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);
    private final VirtualClock clock = new VirtualClock();

    @BeforeEach
    void needsPacker() {
        if ("required".equals(System.getProperty("peers"))) {
            assertThat(PACKER).as("peers=required").exists();
        }
        Assumptions.assumeTrue(Files.exists(PACKER), "packer is not installed: nothing to compare with");
    }

    @Test
    void writesASuccessAsPackerDoes() throws Exception {
        success(human(false));

        assertThat(sorted(text.toString())).isEqualTo(sorted(packer("true", "build", "-color=false")));
    }

    @Test
    void coloursASuccessAsPackerDoes() throws Exception {
        success(human(true));

        assertThat(sorted(text.toString())).isEqualTo(sorted(packer("true", "build")));
    }

    @Test
    void writesAFailureAsPackerDoes() throws Exception {
        failure(human(false));

        assertThat(sorted(text.toString())).isEqualTo(sorted(packer("exit 3", "build", "-color=false")));
    }

    @Test
    void writesASuccessForProgramsAsPackerDoes() throws Exception {
        success(new MachineReadableConsole(out, clock, ""));

        assertThat(sorted(text.toString())).isEqualTo(sorted(packer("true", "build", "-machine-readable")));
    }

    @Test
    void writesAFailureForProgramsAsPackerDoes() throws Exception {
        failure(new MachineReadableConsole(out, clock, ""));

        assertThat(sorted(text.toString())).isEqualTo(sorted(packer("exit 3", "build", "-machine-readable")));
    }

    private void success(BuildListener console) {
        lines(console);
        Artifact artifact = new Artifact(
                "null",
                "null",
                "fnoeding.null",
                "Null",
                "Did not export anything. This is the null builder",
                List.of(),
                List.of());
        console.on(new BuildEvent.BuildFinished(
                "null", BuildStatus.SUCCEEDED, Duration.ofMillis(1001), "", List.of(artifact)));
        console.on(new BuildEvent.RunFinished(true, false, Duration.ofMillis(1001)));
    }

    private void failure(BuildListener console) {
        lines(console);
        new Narrator("null", console)
                .say("Provisioning step had errors: Running the cleanup provisioner, if present...");
        String error = "Script exited with non-zero exit status: 3.Allowed exit codes are: [0]";
        console.on(new BuildEvent.BuildFinished("null", BuildStatus.FAILED, Duration.ofMillis(1001), error, List.of()));
        console.on(new BuildEvent.RunFinished(false, false, Duration.ofMillis(1001)));
    }

    private static void lines(BuildListener console) {
        console.on(new BuildEvent.RunStarted("r", List.of(new Build("null", "null"))));
        Narrator narrator = new Narrator("null", console);
        narrator.say("Running local shell script: /tmp/packer-shell1");
        narrator.message("out, one");
        narrator.message("");
        narrator.error("err");
    }

    private HumanConsole human(boolean colour) {
        return new HumanConsole(out, new HumanConsole.Settings(colour, false, ZoneOffset.UTC), clock, "");
    }

    /** Standard output of packer with the template, whose script ends with that command. */
    private String packer(String end, String... arguments) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("t.json"), TEMPLATE.replace("EXIT", end));
        List<String> command = Stream.of(Stream.of(PACKER.toString()), Stream.of(arguments), Stream.of("t.json"))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /**
     * Without what differs from run to run: times, names of temporary files, and the order in which packer hears a
     * script's two streams.
     */
    private static String sorted(String text) {
        String same = text.replaceAll("(?m)^[0-9]{10},", "T,")
                .replaceAll("packer-shell[0-9]+", "packer-shellN")
                .replaceAll(" after [0-9]+ [a-z]+( [0-9]+ [a-z]+)?", " after SOME TIME");
        List<String> all = same.lines().toList();
        Stream<String> script =
                all.stream().filter(PackerConsoleTest::isOfScript).sorted();
        Stream<String> rest = all.stream().filter(line -> !isOfScript(line));
        return Stream.concat(script, rest).collect(Collectors.joining("\n"));
    }

    private static boolean isOfScript(String line) {
        return line.matches(".*null:( out.*| err.*|(\u001b\\[0m)?)$");
    }
}
