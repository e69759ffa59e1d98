package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session against the engine's own process. */
class RealEngineTest {

    private static final String TWO = "{\"builders\": ["
            + "{\"type\": \"file\", \"target\": \"made.txt\", \"content\": \"hello\"},"
            + "{\"type\": \"null\", \"name\": \"nothing\", \"communicator\": \"none\"}]}";

    /** Its engine waits for a value. */
    private static final String WAITING = "{\"variables\": {\"word\": null}, \"builders\": ["
            + "{\"type\": \"file\", \"target\": \"made.txt\", \"content\": \"{{user `word`}}\"}]}";

    @TempDir
    private Path root;

    private Path work;
    private LocalHost host;

    @BeforeEach
    void prepare() throws IOException {
        assumeThat(LocalHost.ENGINE).as("the engine, which 'mvn package' makes").exists();
        work = Files.createDirectories(root.resolve("work"));
        host = new LocalHost(root.resolve("agent/session"), work, Purpose.BUILD);
    }

    private static byte[] spec(Path work, Purpose purpose, String... variables) {
        return EngineSpecJson.write(new EngineSpec(
                purpose,
                "t.json",
                work.toString(),
                new EngineSpec.Inputs(List.of(variables), List.of(), List.of()),
                new EngineSpec.Selection(List.of(), List.of()),
                new EngineSpec.Behaviour("cleanup", false, false, 0),
                Duration.ofMinutes(5)));
    }

    private Rig rig(String template, String... variables) throws IOException {
        Files.writeString(work.resolve("t.json"), template);
        Rig rig = new Rig(root, host, Purpose.BUILD, spec(work, Purpose.BUILD, variables));
        rig.secrets.variables = Map.of();
        rig.secrets.credentials = List.of();
        return rig;
    }

    /** Until the engine waits for secrets that do not come. */
    private Rig waiting() throws IOException {
        Rig rig = rig(WAITING);
        host.deaf = true;
        rig.until(() -> !rig.secrets.asked.isEmpty());
        return rig;
    }

    @Test
    void listsMarkedWhatIsThereAlthoughAPostProcessorHasFailed() throws Exception {
        Rig rig = rig(TWO.replace(
                "]}",
                "], \"post-processors\": [{\"type\": \"manifest\", \"output\": \"gone/m.json\","
                        + " \"only\": [\"file\"]}]}"));
        SessionOutcome outcome = rig.end();

        assertThat(outcome.success()).as(rig.text()).isFalse();
        assertThat(outcome.report().artifacts())
                .extracting(SessionReport.Artifact::builder, SessionReport.Artifact::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("file", Status.FAILED),
                        org.assertj.core.groups.Tuple.tuple("nothing", Status.SUCCEEDED));
        assertThat(rig.text())
                .contains("[chain failed] Stored file: made.txt")
                .contains("Post-processor failed: Could not write manifest 'gone/m.json'");
        assertThat(work.resolve("made.txt")).exists();
    }

    @Test
    void buildsAndForgets() throws Exception {
        Rig rig = rig(TWO);
        SessionOutcome outcome = rig.end();

        assertThat(outcome.success()).as(rig.text()).isTrue();
        assertThat(outcome.report().builders())
                .extracting(Builder::name, Builder::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("file", Status.SUCCEEDED),
                        org.assertj.core.groups.Tuple.tuple("nothing", Status.SUCCEEDED));
        assertThat(outcome.report().artifacts())
                .anySatisfy(artifact -> assertThat(artifact.files()).containsExactly("made.txt"));
        assertThat(work.resolve("made.txt")).hasContent("hello");
        assertThat(rig.lines)
                .anyMatch(line -> line.startsWith("[file] ==> Build 'file' finished after "))
                .endsWith("Nothing is left in the cloud.");
        assertThat(rig.log(0)).contains("Build 'file' finished");

        rig.driver.conclude();
        assertThat(host.session).doesNotExist();
        assertThat(rig.registry.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100000", "300"})
    void tellsEverythingOnceWhenEveryTurnHasANewDriver(int mostBytes) throws Exception {
        host.mostBytes = mostBytes;
        Rig rig = rig(TWO);
        for (int i = 0; i < 5000 && rig.driver.record().phase() != Phase.ENDED; i++) {
            rig.turn();
            rig.restart();
        }
        SessionOutcome outcome = rig.end();

        assertThat(outcome.success()).as(rig.text()).isTrue();
        assertThat(rig.lines.stream().filter(line -> !line.isEmpty())).doesNotHaveDuplicates();
        assertThat(rig.lines.stream().filter(line -> line.contains("finished after")))
                .hasSize(2);
        assertThat(rig.log(0).lines().filter(line -> line.contains("finished after")))
                .hasSize(1);
        assertThat(rig.folder().report()).contains(outcome.report());
        assertThat(host.launches).isGreaterThan(1);
    }

    @Test
    void answersWhatTheEngineNeeds() throws Exception {
        Rig rig = rig(WAITING, "word");
        rig.secrets.variables = Map.of("word", "blue-" + FakeSecrets.VALUE);
        SessionOutcome outcome = rig.end();

        assertThat(outcome.success()).as(rig.text()).isTrue();
        assertThat(rig.secrets.asked).hasSize(1);
        assertThat(rig.secrets.asked.get(0).builders())
                .extracting(SessionSecrets.Build::name)
                .doesNotContain("nothing");
        assertThat(work.resolve("made.txt")).hasContent("blue-" + FakeSecrets.VALUE);
        assertThat(rig.text()).doesNotContain(FakeSecrets.VALUE);
        assertThat(host.session.resolve("secrets.json")).doesNotExist();
    }

    @Test
    void tellsEveryProblemOfATemplate() throws Exception {
        host = new LocalHost(root.resolve("agent/session"), work, Purpose.VALIDATE);
        Files.writeString(
                work.resolve("t.json"),
                "{\"builders\": [\n  {\"type\": \"null\", \"nope\": 1},\n  {\"type\": \"nul\"}\n]}");
        Rig rig = new Rig(root, host, Purpose.VALIDATE, spec(work, Purpose.VALIDATE));
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).as(rig.text()).isEmpty();
        assertThat(outcome.report().status()).isEqualTo(Status.FAILED);
        assertThat(outcome.report().problems())
                .extracting(SessionReport.Problem::line)
                .contains(2, 3);
        assertThat(rig.lines).anyMatch(line -> line.startsWith("t.json:3:12: Unknown builder 'nul'."));

        Files.writeString(work.resolve("t.json"), TWO);
        host = new LocalHost(root.resolve("agent/other"), work, Purpose.VALIDATE);
        Rig valid = new Rig(root.resolve("valid"), host, Purpose.VALIDATE, spec(work, Purpose.VALIDATE));
        assertThat(valid.end().success()).as(valid.text()).isTrue();
        assertThat(valid.lines).containsOnlyOnce("The configuration is valid.");
        assertThat(work.resolve("made.txt")).doesNotExist();
    }

    @Test
    void saysThatTheEngineWasKilled() throws Exception {
        Rig rig = waiting();
        host.engine().destroyForcibly();
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).contains("died of signal 9");
        assertThat(outcome.report().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void noticesTheEndOfAnEngineWhoseShellWasKilledWithIt() throws Exception {
        Rig rig = waiting();
        ProcessHandle engine = host.engine();
        engine.parent().orElseThrow().destroyForcibly();
        engine.destroyForcibly();
        LocalHost.awaitEnd(engine);

        rig.turns(5);
        assertThat(host.session.resolve("exit")).doesNotExist();
        rig.ticker.advance(Duration.ofSeconds(61));
        assertThat(rig.end().failure()).contains("died without a word");
    }

    @Test
    void saysThatItsDirectoryHasVanishedAndTheEngineEndsToo() throws Exception {
        Rig rig = waiting();
        ProcessHandle engine = host.engine();
        host.delete();
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).contains("has vanished, and the engine with it");
        LocalHost.awaitEnd(engine);
    }

    @Test
    void startsOneEngineHoweverOftenItIsLaunched() throws Exception {
        Rig rig = waiting();
        ProcessHandle engine = host.engine();
        host.launch();
        host.launch();
        rig.turns(20);

        assertThat(host.engine()).isEqualTo(engine);
        assertThat(engine.isAlive()).isTrue();
        rig.driver.kill("the test is over");
        assertThat(rig.end().report().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void leavesAnEngineAloneThatIsAtWorkInItsDirectory() throws Exception {
        Rig first = waiting();
        ProcessHandle engine = host.engine();
        for (String marker : List.of("launched", "pid")) {
            Files.delete(host.session.resolve(marker));
        }
        host.launch();
        SessionOutcome outcome = first.end();

        assertThat(outcome.failure()).contains("another engine is at work in its session directory");
        assertThat(engine.isAlive()).isTrue();
        engine.destroyForcibly();
        LocalHost.awaitEnd(engine);
        host.awaitShell();
    }

    @Test
    void cancelsAnEngineThatWaits() throws Exception {
        Rig rig = waiting();
        rig.driver.cancel("aborted by Jane", Duration.ofMinutes(1));
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.report().status()).isEqualTo(Status.CANCELLED);
        assertThat(rig.lines)
                .contains("Stopping: aborted by Jane. The engine cleans up; it has 1 minute for that.")
                .noneMatch(line -> line.startsWith("Error: "));
    }

    @Test
    void saysWhatJavaSaysWhenItCannotStart() throws Exception {
        Rig rig = rig(TWO);
        host.limit = "echo -XX:NoSuchOption=1 >jvm.args";
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure())
                .isEqualTo("Could not run engine on agent 'linux-1': Java refuses its options. Correct jvmOptions."
                        + " Nothing is known to be left in a cloud.");
        assertThat(rig.text()).contains("Unrecognized VM option 'NoSuchOption=1'");
    }

    @Test
    void getsTheResultOfAnEngineWhoseEventsNoLongerFitOnTheDisk() throws Exception {
        String warnings = IntStream.range(0, 200)
                .mapToObj(i -> "{{user `undefined_" + i + "`}}")
                .collect(Collectors.joining());
        Rig rig = rig(TWO.replace("hello", warnings));
        // No file may become longer than this: 512 bytes each.
        host.limit = "ulimit -f 25";
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).as(rig.text()).isEmpty();
        assertThat(rig.lines)
                .anyMatch(line ->
                        line.startsWith("Some of the engine's output is missing here: it could not be written"));
        assertThat(outcome.success()).isTrue();
        assertThat(outcome.report().builders()).hasSize(2).allMatch(builder -> builder.status() == Status.SUCCEEDED);
    }
}
