package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's example, built by the engine's own process in simulated clouds. */
class RealCloudsTest {

    private static final Path EXAMPLE = Path.of("../../docs/examples/example.json");

    @TempDir
    private Path root;

    private SimulatorProcess clouds;
    private Map<String, String> variables;
    private LocalHost host;
    private Rig rig;

    @BeforeEach
    void begin() throws IOException {
        assumeThat(LocalHost.ENGINE).as("the engine, which 'mvn package' makes").exists();
        assumeThat(SimulatorProcess.JAR)
                .as("the simulator, which 'mvn package' makes")
                .exists();
        clouds = SimulatorProcess.start(root);
        variables = clouds.variables();
        Files.copy(EXAMPLE, root.resolve("t.json"));
        host = new LocalHost(root.resolve("agent/session"), root, Purpose.BUILD);
        byte[] spec = EngineSpecJson.write(new EngineSpec(
                Purpose.BUILD,
                "t.json",
                root.toString(),
                new EngineSpec.Inputs(List.copyOf(variables.keySet()), List.of(), List.of()),
                new EngineSpec.Selection(List.of(), List.of()),
                new EngineSpec.Behaviour("cleanup", false, false, 0),
                Duration.ofMinutes(5)));
        rig = new Rig(root, host, Purpose.BUILD, spec);
        give(rig);
    }

    @AfterEach
    void end() {
        if (clouds != null) {
            clouds.close();
        }
    }

    private void give(Rig to) {
        to.secrets.variables = variables;
        to.secrets.credentials = List.of();
    }

    private boolean hasMachines() {
        return rig.driver.report().leftovers().stream()
                        .filter(left -> List.of("instance", "droplet").contains(left.kind()))
                        .count()
                >= 2;
    }

    @Test
    void buildsTwoImagesAndLeavesNothing() throws Exception {
        SessionOutcome outcome = rig.end();

        assertThat(outcome.success()).as(rig.text()).isTrue();
        assertThat(outcome.report().artifacts())
                .extracting(Artifact::builder)
                .containsExactly("amazon-ebs", "digitalocean");
        assertThat(rig.lines)
                .anyMatch(line -> line.startsWith("[amazon-ebs] ==> Launching a source AWS instance"))
                .anyMatch(line -> line.startsWith("[digitalocean] ==> Build 'digitalocean' finished after"))
                .anyMatch(line ->
                        line.contains(outcome.report().artifacts().get(0).id()))
                .endsWith("Nothing is left in the cloud.");
        assertThat(rig.registry.ledger(Rig.ID)).isEqualTo(Files.readAllBytes(host.session.resolve("ledger.jsonl")));
        assertThat(rig.text()).doesNotContain(variables.get("aws_secret_key"));
    }

    @Test
    void cleansUpWhenItIsCancelled() throws Exception {
        rig.until(this::hasMachines);
        rig.driver.cancel("aborted by Jane", Duration.ofMinutes(2));
        SessionOutcome outcome = rig.end();

        assertThat(outcome.report().status()).as(rig.text()).isEqualTo(Status.CANCELLED);
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.report().leftovers()).isEmpty();
        assertThat(outcome.report().builders())
                .extracting(Builder::status)
                .contains(Status.CANCELLED)
                .doesNotContain(Status.FAILED);
        assertThat(rig.lines)
                .anyMatch(line -> line.startsWith("[amazon-ebs] ==> To be removed: "))
                .anyMatch(line -> line.startsWith("[digitalocean] ==> To be removed: "));
    }

    @Test
    void finishesTheCleanupOfAKilledEngineFromTheCopiedLedger() throws Exception {
        rig.until(this::hasMachines);
        host.engine().destroyForcibly();
        SessionOutcome outcome = rig.end();
        assertThat(outcome.failure()).contains("died of signal 9", "Left in a cloud: ");
        rig.driver.conclude();
        assertThat(host.session).doesNotExist();
        assertThat(rig.registry.leftovers(Rig.ID)).isNotEmpty();

        LocalHost other = new LocalHost(root.resolve("other/session"), root, Purpose.CLEANUP);
        Rig cleanup = new Rig(root.resolve("later"), other, Purpose.CLEANUP, new byte[0]);
        give(cleanup);
        byte[] ledger = rig.registry.ledger(Rig.ID);
        other.prepare(new byte[0]);
        Files.write(other.session.resolve("ledger.jsonl"), ledger);
        Files.write(root.resolve("later/sessions").resolve(Rig.ID).resolve("ledger.jsonl"), ledger);
        SessionOutcome cleaned = cleanup.end();

        assertThat(cleaned.success()).as(cleanup.text()).isTrue();
        assertThat(cleanup.registry.leftovers(Rig.ID)).isEmpty();
        assertThat(cleanup.lines).endsWith("Nothing is left in the cloud.");
        cleanup.driver.conclude();
        assertThat(cleanup.registry.list()).isEmpty();
    }
}
