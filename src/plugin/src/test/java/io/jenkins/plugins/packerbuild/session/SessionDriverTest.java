package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionDriverTest {

    @TempDir
    private Path root;

    private FakeHost host;
    private Rig rig;

    @BeforeEach
    void begin() throws IOException {
        host = new FakeHost();
        rig = new Rig(root, host);
    }

    @Test
    void leadsFromPreparationToItsOutcome() throws Exception {
        rig.turn();
        assertThat(host.calls).containsExactly("prepare", "launch");
        assertThat(rig.registry.find(Rig.ID))
                .get()
                .extracting(SessionRecord::phase)
                .isEqualTo(Phase.LAUNCHING);

        host.begins("web");
        rig.turn();
        assertThat(rig.registry.find(Rig.ID))
                .get()
                .extracting(SessionRecord::phase)
                .isEqualTo(Phase.RUNNING);
        assertThat(rig.driver.report().status()).isEqualTo(Status.RUNNING);

        host.says("web", "Creating ...");
        host.finishes("web", "succeeded", "");
        host.ends(true);
        SessionOutcome outcome = rig.end();

        assertThat(outcome.success()).isTrue();
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.report().builders())
                .containsExactly(new SessionReport.Builder(0, "web", "null", Status.SUCCEEDED, 61000, "", 67));
        assertThat(rig.lines)
                .containsExactly(
                        "[web] ==> Creating ...",
                        "[web] ==> Build 'web' finished after 1 minute 1 second.",
                        "",
                        "==> Wait completed after 1 minute 2 seconds",
                        "",
                        "==> Builds finished. The artifacts of successful builds are:",
                        "--> web: <nothing>",
                        "",
                        "Nothing is left in the cloud.");
        assertThat(rig.registry.find(Rig.ID))
                .get()
                .extracting(SessionRecord::phase)
                .isEqualTo(Phase.ENDED);
        rig.driver.conclude();
        assertThat(host.calls).endsWith("delete");
        assertThat(rig.registry.list()).isEmpty();
    }

    @Test
    void hearsAnAbortWhileAnotherSessionBringsTheEngine() throws Exception {
        host.trouble = new SessionHost.BusyException("The engine is being copied.");
        rig.turn();
        rig.driver.cancel("aborted by Jane", Duration.ofMinutes(10));
        SessionOutcome outcome = rig.end();

        assertThat(outcome.report().status()).isEqualTo(Status.CANCELLED);
        assertThat(host.calls).containsExactly("prepare");
        assertThat(rig.lines).contains("Stopped before the engine was started: aborted by Jane.");
    }

    @Test
    void leavesNothingInAFolderThatIsNotWanted() throws Exception {
        rig.folder().delete();
        host.begins("web");
        host.says("web", "Creating ...");
        host.finishes("web", "succeeded", "");
        host.ends(true);
        rig.end();
        assertThat(rig.build).isNotEmptyDirectory();

        rig.folder().delete();

        assertThat(rig.build).doesNotExist();
    }

    @Test
    void hasNoOutcomeBeforeTheEnd() {
        assertThatThrownBy(rig.driver::outcome).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsNoSecondEngineAfterACrashInBetween() throws IOException {
        rig.turn();
        rig.restart();
        rig.turn();
        assertThat(host.count("prepare")).isOne();
        assertThat(host.count("launch")).isEqualTo(2);

        host.begins("web");
        rig.turn();
        rig.restart();
        rig.turn();
        assertThat(host.count("launch")).isEqualTo(2);
    }

    @Test
    void waitsForAnAgentThatIsAwayAndSaysSoOnce() {
        rig.turn();
        host.begins("web");
        rig.turn();
        host.trouble = new IOException("the channel is closed");
        rig.pass(Duration.ofMinutes(30));

        assertThat(rig.lines)
                .containsExactly("Agent 'linux-1' cannot be reached: the channel is closed. The build goes on there;"
                        + " waiting for it to come back.");
        assertThat(host.count("look")).isLessThan(80);

        host.trouble = null;
        host.says("web", "still here");
        rig.turn();
        assertThat(rig.lines).endsWith("Agent 'linux-1' is back.", "[web] ==> still here");
        assertThat(host.calls).noneMatch(call -> call.startsWith("isAlive"));
    }

    @Test
    void isSilentAboutAnAgentThatIsAwayForAMoment() {
        rig.turn();
        host.begins("web");
        rig.turn();
        host.trouble = new IOException("the channel is closed");
        rig.turn();
        host.trouble = null;
        rig.turns(2);

        assertThat(rig.lines).isEmpty();
    }

    @Test
    void endsWhenTheAgentWasRemovedAndSaysWhatItLeft() throws Exception {
        rig.turn();
        host.begins("web");
        host.ledger(1, "created", "42");
        rig.turn();
        host.trouble = new SessionHost.GoneException("Agent 'linux-1' was removed");
        SessionOutcome outcome = rig.end();

        assertThat(outcome.agentGone()).isTrue();
        assertThat(outcome.failure()).contains("Agent 'linux-1' was removed.", "Left in a cloud: droplet 42 of web");
        assertThat(outcome.report().status()).isEqualTo(Status.FAILED);
        assertThat(outcome.report().leftovers())
                .extracting(SessionReport.Leftover::id)
                .containsExactly("42");

        rig.driver.conclude();
        assertThat(rig.registry.list()).extracting(SessionRecord::phase).containsExactly(Phase.ENDED);
    }

    @Test
    void endsAtOnceWhenTheAgentRefuses() {
        host.trouble = new SessionHost.RefusedException("Could not write cache on agent 'linux-1': it is read-only.");
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).isEqualTo("Could not write cache on agent 'linux-1': it is read-only.");
        assertThat(outcome.agentGone()).isFalse();
        assertThat(host.calls).containsExactly("prepare");
    }

    @Test
    void endsOnlyItselfOnABug() {
        rig.turn();
        host.begins("web");
        rig.turn();
        host.bug = new IllegalStateException("boom");
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).startsWith("Could not follow session '" + Rig.ID + "'");
        assertThat(host.calls).contains("cancel");
    }

    @Test
    void goesOnWhenTheControllerCanWriteAgain() throws IOException {
        rig.turn();
        host.begins("web");
        host.ledger(1, "created", "42");
        Path file = root.resolve("sessions").resolve(Rig.ID).resolve("ledger.jsonl");
        java.nio.file.Files.createDirectory(file);
        rig.turns(3);
        assertThat(rig.lines).hasSize(1).first().asString().startsWith("Could not write session record");
        java.nio.file.Files.delete(file);
        host.says("web", "go on");
        rig.turns(2);

        assertThat(rig.lines).hasSize(2).last().isEqualTo("[web] ==> go on");
        assertThat(rig.registry.leftovers(Rig.ID)).hasSize(1);
    }

    @Test
    void looksOftenWhileThingsHappenAndSeldomWhenNothingDoes() {
        rig.turn();
        host.begins("web");
        assertThat(rig.turn()).contains(Duration.ofMillis(250));
        assertThat(rig.turn()).contains(Duration.ofMillis(375));
        host.beat();
        rig.turns(12);
        assertThat(rig.turn()).contains(Duration.ofSeconds(5));
        host.says("web", "hello");
        assertThat(rig.turn()).contains(Duration.ofMillis(250));
    }

    @Test
    void looksAgainAtOnceWhenThereIsMore() {
        host.mostBytes = 10;
        rig.turn();
        host.begins("web");
        assertThat(rig.turn()).contains(Duration.ZERO);
    }

    @Test
    void tellsItsStateInOneLine() {
        rig.turn();
        host.begins("web", "db");
        rig.turn();
        assertThat(rig.driver.status())
                .isEqualTo("packer-build session " + Rig.ID + " on agent 'linux-1': running; db waiting, web waiting");
    }
}
