package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {

    private static final Duration GRACE = Duration.ofMinutes(10);

    @TempDir
    private Path root;

    private FakeHost host;
    private Rig rig;

    @BeforeEach
    void run() throws IOException {
        host = new FakeHost();
        rig = new Rig(root, host);
    }

    private void started() {
        rig.turn();
        host.begins("web");
        host.ledger(1, "created", "42");
        host.ledger(2, "intent", "");
        rig.turn();
    }

    @Test
    void asksTheEngineSaysWhatIsRemovedAndWaits() {
        started();
        rig.driver.cancel("aborted by Jane", GRACE);
        rig.turns(3);

        assertThat(rig.lines)
                .containsExactly(
                        "Stopping: aborted by Jane. The engine cleans up; it has 10 minutes for that.",
                        "[web] ==> To be removed: droplet 42, droplet mark-2");
        assertThat(host.count("cancel")).isOne();

        host.ledger(1, "gone", "");
        host.ledger(2, "gone", "");
        host.finishes("web", "cancelled", "");
        host.result("{'success':false,'cancelled':true,'builders':[]}");
        host.exit = "1";
        SessionOutcome outcome = rig.end();

        assertThat(outcome.report().status()).isEqualTo(Status.CANCELLED);
        assertThat(outcome.failure()).isEmpty();
        assertThat(rig.lines).endsWith("Cancelled.", "", "Nothing is left in the cloud.");
        assertThat(host.calls).doesNotContain("kill");
    }

    @Test
    void killsAfterTheGraceAndSaysWhatRemains() {
        started();
        rig.driver.cancel("aborted by Jane", GRACE);
        host.heartbeat = "x";
        for (int i = 0; i < 200 && host.count("kill") == 0; i++) {
            host.beat();
            rig.turn();
        }
        SessionOutcome outcome = rig.end();

        assertThat(host.count("kill")).isOne();
        assertThat(rig.lines).contains("The engine was not done after 10 minutes: it is killed.");
        assertThat(outcome.report().status()).isEqualTo(Status.CANCELLED);
        assertThat(outcome.failure())
                .isEqualTo("The engine was killed: aborted by Jane. Left in a cloud: droplet 42 of web, droplet mark-2"
                        + " of web. Jenkins goes on trying to remove that.");
    }

    @Test
    void killsAtOnceWhenAskedTo() {
        started();
        rig.driver.kill("asked twice");
        rig.turn();

        assertThat(host.calls).contains("kill").doesNotContain("cancel");
        assertThat(rig.end().failure()).startsWith("The engine was killed: asked twice.");
    }

    @Test
    void killsForTheReasonOfTheSecondAbort() {
        started();
        rig.driver.cancel("aborted by Jane", GRACE);
        rig.turn();
        rig.driver.kill("a second abort");
        rig.turn();

        assertThat(rig.lines).endsWith("Killed the engine: a second abort.");
        assertThat(rig.end().failure()).startsWith("The engine was killed: a second abort.");
    }

    @Test
    void startsNothingWhenItIsStoppedBefore() throws Exception {
        rig.driver.cancel("aborted by Jane", GRACE);
        SessionOutcome outcome = rig.end();

        assertThat(host.calls).isEmpty();
        assertThat(outcome.report().status()).isEqualTo(Status.CANCELLED);
        assertThat(rig.lines).startsWith("Stopped before the engine was started: aborted by Jane.");
    }

    @Test
    void waitsForAnAgentThatIsAwayAsLongAsTheGrace() throws Exception {
        started();
        host.trouble = new IOException("the channel is closed");
        rig.turn();
        rig.driver.cancel("aborted by Jane", GRACE);
        Duration before = rig.ticker.uptime();
        SessionOutcome outcome = rig.end();

        assertThat(rig.ticker.uptime().minus(before)).isBetween(GRACE, GRACE.plusSeconds(60));
        assertThat(outcome.failure())
                .startsWith("Stopped waiting for agent 'linux-1', which cannot be reached: the channel is closed. The"
                        + " cleanup is left to Jenkins")
                .contains("Left in a cloud: droplet 42 of web");
        assertThat(outcome.report().status()).isEqualTo(Status.CANCELLED);
        rig.driver.conclude();
        assertThat(rig.registry.list()).hasSize(1);
    }

    @Test
    void asksAgainAfterARestartWithoutSayingItTwice() throws IOException {
        started();
        rig.driver.cancel("aborted by Jane", GRACE);
        rig.turn();
        rig.restart();
        rig.turn();

        assertThat(host.count("cancel")).isEqualTo(2);
        assertThat(rig.lines.stream().filter(line -> line.startsWith("Stopping:")))
                .hasSize(1);

        host.result("{'success':false,'cancelled':true}");
        host.exit = "1";
        assertThat(rig.end().report().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void isNoCancelWhenTheEngineWasFasterAndHasSucceeded() {
        started();
        host.ledger(1, "gone", "");
        host.ledger(2, "gone", "");
        rig.driver.cancel("aborted by Jane", GRACE);
        host.finishes("web", "succeeded", "");
        host.ends(true);

        assertThat(rig.end().success()).isTrue();
    }
}
