package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Leftover;
import io.jenkins.plugins.packerbuild.session.SessionReport.Problem;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the engine's own tests hold the engine to. */
class GoldenFilesTest {

    private static final Path ENGINE = Path.of("../engine/src");
    private static final String ROOM = "resources/io/jenkins/plugins/packerbuild/engine/session";

    private static final Artifact SNAPSHOT = new Artifact(
            "9001",
            "nyc3",
            List.of("sfo3", "nyc3"),
            "digitalocean",
            "web",
            "A snapshot was created: 'snap' (ID: 9001) in regions 'sfo3,nyc3'",
            List.of(),
            "sfo3,nyc3:9001",
            "pearkes.digitalocean",
            Status.SUCCEEDED);

    private static final Leftover DROPLET = new Leftover(
            "web", "droplet", "digitalocean", "nyc3", "42", "It is locked.", "doctl compute droplet delete 42");

    @TempDir
    private Path root;

    private static Path golden(String name) {
        return ENGINE.resolve("test").resolve(ROOM).resolve(name);
    }

    private static Fields read(Path file) throws IOException {
        return Json.read(Files.readAllBytes(file));
    }

    private static Fields schema(String name) throws IOException {
        return read(ENGINE.resolve("main").resolve(ROOM).resolve(name + ".schema.json"));
    }

    @Test
    void writesTheSpecThatTheEngineReads() throws IOException {
        EngineSpec spec = new EngineSpec(
                Purpose.BUILD,
                "example.json",
                "/home/ci/project",
                new EngineSpec.Inputs(List.of("region", "db_password"), List.of("common.json"), List.of("DB_PASSWORD")),
                new EngineSpec.Selection(List.of("web"), List.of("db")),
                new EngineSpec.Behaviour("cleanup", true, false, 4),
                Duration.ofSeconds(900));
        Map<String, Object> written = Json.read(EngineSpecJson.write(spec)).map();

        Map<String, Object> expected =
                new LinkedHashMap<>(read(golden("spec.json")).map());
        expected.remove("console");
        expected.put("parallelBuilds", 4);
        assertThat(written).isEqualTo(expected);
        assertThat(schema("spec").object("properties").map().keySet()).containsAll(written.keySet());
    }

    @Test
    void writesTheSecretsThatTheEngineReads() throws IOException {
        SessionSecrets.Answer answer = new SessionSecrets.Answer(
                Map.of("region", "us-east-1", "db_password", "correct-horse-battery"),
                List.of(
                        new SessionSecrets.Credential(
                                false,
                                "digitalocean",
                                Map.of("api_token", "dop_v1_type"),
                                List.of("https://api.example.com/"),
                                "do-token"),
                        new SessionSecrets.Credential(
                                false, "web", Map.of("api_token", "dop_v1_name"), List.of(), "web-token"),
                        new SessionSecrets.Credential(
                                true, "license", Map.of("value", "L1C3NS3-K3Y"), List.of(), "license")),
                Map.of(),
                List.of(),
                List.of());

        assertThat(Json.read(SecretsJson.write(answer))).isEqualTo(read(golden("secrets.json")));
    }

    @Test
    void readsTheEventsThatTheEngineWrites() throws IOException {
        List<EngineEvent> events = new ArrayList<>();
        for (String line : Files.readAllLines(golden("events.jsonl"))) {
            EventJson.Numbered numbered = EventJson.read(line);
            events.add(numbered.event());
            assertThat(numbered.sequence()).isEqualTo(events.size());
        }
        SessionSecrets.Build web = new SessionSecrets.Build("web", "digitalocean");

        assertThat(events)
                .contains(
                        new EngineEvent.Hello(1, "1.0", 4711),
                        new EngineEvent.Needed(new SessionSecrets.Needs(
                                List.of(new SessionSecrets.Build("web", "digitalocean", true, false)),
                                List.of("region"))),
                        new EngineEvent.RunStarted("run-1", List.of(web)),
                        new EngineEvent.BuildStarted("web"),
                        new EngineEvent.Said("web", false, "Creating \"droplet\"...\nnow"),
                        new EngineEvent.Warned("Disk is nearly full. Make room."),
                        new EngineEvent.BuildFinished("web", Status.SUCCEEDED, 61000, "", List.of(SNAPSHOT)),
                        new EngineEvent.RunFinished(true, false, 62000))
                .hasAtLeastOneElementOfType(EngineEvent.Ledger.class);
        assertThat(events.stream().filter(EngineEvent.Other.class::isInstance)).hasSize(2);
    }

    @Test
    void readsTheResultsThatTheEngineWrites() throws IOException {
        EngineResult result = EngineResult.read(Files.readAllBytes(golden("result.json")));
        assertThat(result.success()).isFalse();
        assertThat(result.artifacts()).containsExactly(SNAPSHOT);
        assertThat(result.errors()).containsExactly("db: Key <sensitive> was refused.");
        assertThat(result.builders())
                .extracting(SessionReport.Builder::status)
                .containsExactly(Status.FAILED, Status.SUCCEEDED);

        EngineResult problems = EngineResult.read(Files.readAllBytes(golden("result-problems.json")));
        assertThat(problems.problems())
                .containsExactly(
                        new Problem("", 0, 0, "Key <sensitive> was refused.", ""),
                        new Problem(
                                "example.json",
                                3,
                                5,
                                "Unknown configuration key: '\"regoin\"' in builder 'web'.",
                                "Did you mean 'region'?"));
    }

    @Test
    void copiesTheLedgerAsTheEngineWritesIt() throws IOException {
        LedgerCopy golden = LedgerCopy.open(golden("ledger.jsonl"));
        assertThat(golden.runId()).isEqualTo("run-1");
        assertThat(golden.open()).containsExactly(DROPLET);

        String event = Files.readAllLines(golden("events.jsonl")).get(6);
        LedgerCopy copy = LedgerCopy.open(root.resolve("ledger.jsonl"));
        copy.begin("run-1");
        copy.append(List.of(LedgerEntry.line(Json.read(event), text -> text)));

        List<String> lines = Files.readAllLines(golden("ledger.jsonl"));
        assertThat(root.resolve("ledger.jsonl")).hasContent(lines.get(0) + "\n" + lines.get(3) + "\n");
        assertThat(copy.news(Files.readAllBytes(golden("ledger.jsonl")))).isEmpty();
    }
}
