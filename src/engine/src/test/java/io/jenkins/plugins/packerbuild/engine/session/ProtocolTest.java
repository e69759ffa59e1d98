package io.jenkins.plugins.packerbuild.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.artifact.Image;
import io.jenkins.plugins.packerbuild.engine.build.BuildReport;
import io.jenkins.plugins.packerbuild.engine.build.BuildResult;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent.Build;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.ledger.FileLedger;
import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into a session directory, and read from it, is what the golden files and the schemas say. */
class ProtocolTest {

    private static final Resource DROPLET = new Resource(
            "web",
            "droplet",
            new Resource.Place("digitalocean", "", "nyc3", "", "credential do-token"),
            "packer-run-1");

    private static final Artifact SNAPSHOT = new Artifact(
            "web",
            "digitalocean",
            "pearkes.digitalocean",
            "sfo3,nyc3:9001",
            "A snapshot was created: 'snap' (ID: 9001) in regions 'sfo3,nyc3'",
            List.of(new Image("9001", "nyc3", List.of("sfo3", "nyc3"))),
            List.of());

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({"spec,spec.json", "secrets,secrets.json", "result,result.json", "result,result-problems.json"})
    void goldenFilesFitTheirSchemas(String schema, String file) {
        assertThat(Golden.problems(schema, Golden.text(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"event,events.jsonl", "ledger,ledger.jsonl"})
    void goldenLinesFitTheirSchemas(String schema, String file) {
        assertThat(Golden.text(file).lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Golden.problems(schema, line)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec", "secrets", "event", "ledger", "result"})
    void schemasRefuseAnotherProtocolAndCarryTheirOwn(String schema) throws IOException {
        assertThat(Json.readObject(Golden.text(schema + ".schema.json")))
                .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema")
                .containsEntry("$id", "urn:packer-build:protocol:" + Session.PROTOCOL + ":" + schema);
        assertThat(Golden.problems(
                        schema, "{\"seq\":1,\"type\":\"hello\",\"protocol\":2,\"runId\":\"r\",\"template\":\"t\"}"))
                .isNotEmpty();
    }

    @Test
    void readsASpecAndWritesTheSameAgain() throws IOException {
        SessionDirectory directory = SessionDirectory.at(temp.resolve("s"));
        Files.writeString(directory.spec(), Golden.text("spec.json"));

        Spec spec = Spec.read(directory);
        spec.write(directory);

        assertThat(Files.readString(directory.spec())).isEqualTo(Golden.text("spec.json"));
        assertThat(spec.supervision().lease()).contains(Duration.ofSeconds(900));
        assertThat(spec.behaviour().parallelBuilds()).containsEntry("*", 4).containsEntry("digitalocean", 10);
    }

    @Test
    void readsASpecThatSaysNoMoreThanItMust() throws IOException {
        SessionDirectory directory = SessionDirectory.at(temp.resolve("s"));
        Files.writeString(
                directory.spec(), "{\"protocol\":1,\"template\":\"t.json\",\"parallelBuilds\":2,\"later\":[1,{}]}");

        Spec spec = Spec.read(directory);

        assertThat(spec.task().command()).isEqualTo(Spec.Command.BUILD);
        assertThat(spec.inputs().sensitiveEnvironment()).isEmpty();
        assertThat(spec.behaviour().onError()).isEqualTo("cleanup");
        assertThat(spec.behaviour().parallelBuilds()).containsExactly(java.util.Map.entry("*", 2));
        assertThat(spec.supervision().lease()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'protocol':1}|'template' must be the path of a template.",
                "{'protocol':2,'template':'t'}|'protocol' must be 1, not 2.",
                "{'protocol':1,'template':'t','onError':'explode'}|'onError' must be one of",
                "{'protocol':1,'template':'t','command':'explode'}|'command' must be one of [build, validate].",
                "{'protocol':1,'template':'t','only':'web'}|'only' must be a list of strings.",
                "{'protocol':1,'template':'t','console':{'colour':1}}|'console.colour' must be true or false.",
                "{'protocol':1,|not valid JSON at line 1"
            })
    void refusesAWrongSpecWithTheNameOfTheMember(String spec, String words) throws IOException {
        SessionDirectory directory = SessionDirectory.at(temp.resolve("s"));
        Files.writeString(directory.spec(), spec.replace('\'', '"'));

        assertThatThrownBy(() -> Spec.read(directory))
                .isInstanceOf(BuildException.class)
                .hasMessageStartingWith("Could not read session file '" + directory.spec() + "': ")
                .hasMessageContaining(words);
    }

    @Test
    void writesEveryKindOfEventAsTheGoldenFileSays() throws IOException {
        SessionDirectory directory = SessionDirectory.at(temp.resolve("s"));
        try (EventLog log = EventLog.open(
                directory, new EventLog.Options(EventLog.OUTPUT_CAP_BYTES, Clock.system(), problem -> {}))) {
            everyKind().forEach(log::on);
        }

        assertThat(Files.readString(directory.events())).isEqualTo(Golden.text("events.jsonl"));
    }

    @Test
    void writesTheLedgerAsTheGoldenFileSays() throws IOException {
        Path file = temp.resolve("ledger.jsonl");
        try (FileLedger ledger = FileLedger.open(file, "run-1", new Redactor(), event -> {})) {
            ResourceLedger.Entry entry = ledger.intend(DROPLET);
            entry.created("42");
            entry.remains("It is locked.", "doctl compute droplet delete 42");
        }

        assertThat(Files.readString(file)).isEqualTo(Golden.text("ledger.jsonl"));
    }

    @Test
    void writesTheResultAsTheGoldenFileSays() {
        Redactor redactor = new Redactor();
        redactor.add(Secret.of("correct-horse-battery"));
        BuildReport report = new BuildReport(
                List.of(
                        new BuildResult(
                                "db",
                                "amazon-ebs",
                                BuildStatus.FAILED,
                                Duration.ofSeconds(2),
                                "Key correct-horse-battery was refused.",
                                List.of()),
                        new BuildResult(
                                "web",
                                "digitalocean",
                                BuildStatus.SUCCEEDED,
                                Duration.ofSeconds(61),
                                "",
                                List.of(SNAPSHOT))),
                false,
                Duration.ofSeconds(62));

        assertThat(Json.write(new Result(redactor, List.of(remaining())).of(report)) + "\n")
                .isEqualTo(Golden.text("result.json"));
    }

    @Test
    void writesWhatKeptEveryBuildFromStartingAsTheGoldenFileSays() {
        Redactor redactor = new Redactor();
        redactor.add(Secret.of("correct-horse-battery"));
        List<Problem> problems = List.of(
                Problem.of("Key correct-horse-battery was refused."),
                Problem.of("Unknown configuration key: '\"regoin\"' in builder 'web'.")
                        .withCure("Did you mean 'region'?")
                        .at(new SourcePosition("example.json", 3, 5)));

        assertThat(Json.write(new Result(redactor, List.of()).of(problems, false)) + "\n")
                .isEqualTo(Golden.text("result-problems.json"));
    }

    @Test
    void callsACheckThatFoundNothingASuccess() {
        assertThat(new Result(new Redactor(), List.of()).of(List.of(), false)).containsEntry("success", true);
    }

    private static LedgerLine remaining() {
        return new LedgerLine(
                1, LedgerLine.State.REMAINS, DROPLET, "42", "It is locked.", "doctl compute droplet delete 42");
    }

    private static List<BuildEvent> everyKind() {
        List<Build> web = List.of(new Build("web", "digitalocean"));
        return List.of(
                new BuildEvent.Hello(1, "1.0", 4711, Instant.parse("2026-01-02T03:04:05Z")),
                new BuildEvent.Needs(
                        List.of(new BuildEvent.Wanting("web", "digitalocean", true, false)), List.of("region")),
                new BuildEvent.RunStarted("run-1", web),
                new BuildEvent.BuildStarted("web", "digitalocean"),
                new BuildEvent.StepStarted("web", "StepCreateDroplet"),
                new BuildEvent.Said("web", Voice.SAY, "Creating \"droplet\"...\nnow"),
                remaining(),
                new BuildEvent.StepFinished("web", "StepCreateDroplet", true, Duration.ofMillis(1500)),
                new BuildEvent.Warned(Problem.of("Disk is nearly full.").withCure("Make room.")),
                new BuildEvent.BuildFinished(
                        "web", BuildStatus.SUCCEEDED, Duration.ofSeconds(61), "", List.of(SNAPSHOT)),
                new BuildEvent.RunFinished(true, false, Duration.ofSeconds(62)));
    }
}
