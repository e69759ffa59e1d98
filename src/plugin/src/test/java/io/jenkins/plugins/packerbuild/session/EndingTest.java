package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    @TempDir
    private Path root;

    private FakeHost host;
    private Rig rig;

    @BeforeEach
    void run() throws IOException {
        host = new FakeHost();
        rig = new Rig(root, host);
        rig.turn();
    }

    private void log(String text) {
        host.files.put("engine.log", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void asksForTheProcessWhenTheHeartHasNotBeatenForAMinute() {
        host.begins("web");
        rig.pass(Duration.ofSeconds(50));
        assertThat(host.calls).doesNotContain("isAlive 4711");
        rig.pass(Duration.ofMinutes(3));
        assertThat(host.count("isAlive 4711")).isBetween(2L, 3L);

        host.alive = false;
        log("first\nlast words\n");
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure())
                .isEqualTo("The engine on agent 'linux-1' died without a word. Build again. Nothing is known to be left"
                        + " in a cloud.");
        assertThat(rig.lines).contains("The last lines of the engine's log:", "    last words");
        assertThat(outcome.report().builders())
                .extracting(SessionReport.Builder::status)
                .containsExactly(Status.CANCELLED);
    }

    @Test
    void countsOnlyTheTimeInWhichTheAgentCouldBeReached() {
        host.begins("web");
        host.alive = false;
        rig.pass(Duration.ofSeconds(40));
        host.trouble = new IOException("away");
        rig.pass(Duration.ofMinutes(40));
        host.trouble = null;
        rig.pass(Duration.ofSeconds(40));

        assertThat(host.calls).noneMatch(call -> call.startsWith("isAlive"));
    }

    @Test
    void takesTheResultOfAProcessThatHasLeftNoExitCode() {
        host.begins("web");
        host.finishes("web", "succeeded", "");
        host.result("{'success':true}");
        host.alive = false;

        assertThat(rig.end().success()).isTrue();
    }

    @Test
    void listsMarkedWhatIsThereAlthoughAPostProcessorHasFailed() {
        String artifact = "[{'id':'ami-1','builder':'web','description':'An image','status':'succeeded'}]";
        host.begins("db", "web");
        host.finishes("db", "succeeded", "");
        host.event(
                "buildFinished",
                "'builder':'web','status':'failed','durationMillis':1,'error':'No luck.','artifacts':" + artifact);
        host.result("{'success':false,'builders':[{'name':'web','status':'failed','error':'No luck.'}],'artifacts':"
                + artifact + ",'errors':['web: No luck.']}");
        host.alive = false;

        SessionOutcome outcome = rig.end();

        assertThat(outcome.report().artifacts()).singleElement().satisfies(made -> {
            assertThat(made.id()).isEqualTo("ami-1");
            assertThat(made.status()).isEqualTo(Status.FAILED);
        });
        assertThat(rig.lines)
                .contains(
                        "==> These artifacts are there although their post-processing did not end well:",
                        "--> web: [chain failed] An image");
    }

    @Test
    void saysThatItHasNotStarted() {
        rig.pass(Duration.ofSeconds(110));
        assertThat(host.calls).doesNotContain("kill");
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure())
                .startsWith("Could not start engine on agent 'linux-1': there was no sign of it for 120 seconds.");
        assertThat(host.calls).contains("kill");
    }

    @Test
    void saysThatTheDirectoryHasVanishedAndWhatIsLeft() {
        host.begins("web");
        host.ledger(1, "created", "42");
        rig.turn();
        host.exists = false;
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).contains("/agent/session", "has vanished", "Left in a cloud: droplet 42 of web.");
        assertThat(rig.lines).contains("==> Something is left in the cloud:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|There is no Java at '/x/bin/java'. packer-build needs Java 17 or newer.|it needs Java 17 or newer",
                "1|Error: java.lang.UnsupportedClassVersionError: io/jenkins|it needs Java 17 or newer",
                "3|Terminating due to java.lang.OutOfMemoryError: Java heap space|it has run out of memory",
                "1|Error occurred during initialization of VM Could not reserve enough space|not enough memory",
                "1|Could not write: No space left on device|disk is full",
                "1|Could not lock session directory: another packer-build is at work in it.|another engine",
                "137|Killed|of signal 9",
                "70|strange|with exit code 70 and without a result",
            })
    void saysWhyItDiedAndWhatToDo(String exit, String log, String sentence) {
        log(log + "\n");
        host.exit = exit;
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).contains(sentence);
        assertThat(outcome.report().errors()).containsExactly(outcome.failure());
        assertThat(rig.lines).contains("    " + log);
    }

    @Test
    void fillsGapsOfTheEventsFromTheResultAndTheAgentsLedger() throws IOException {
        host.begins();
        host.files.put(
                "ledger.jsonl",
                ("{\"protocol\":1,\"runId\":\"run-1\"}\n{\"entry\":7,\"state\":\"remains\",\"builder\":\"web\","
                                + "\"kind\":\"droplet\",\"provider\":\"digitalocean\",\"region\":\"nyc3\",\"mark\":\"m\","
                                + "\"id\":\"42\",\"note\":\"It is locked.\",\"command\":\"doctl compute droplet delete 42\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
        host.result("{'success':false,'builders':[{'name':'web','type':'do','status':'failed','durationMillis':1,"
                + "'error':'It broke.'}],'errors':['web: It broke.']}");
        host.exit = "1";
        SessionOutcome outcome = rig.end();

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.report().builders())
                .extracting(SessionReport.Builder::error)
                .containsExactly("It broke.");
        assertThat(rig.lines)
                .contains("--> web: It broke.")
                .contains(
                        "--> web: droplet 42 in digitalocean nyc3. It is locked. Remove it with: doctl compute droplet"
                                + " delete 42");
        assertThat(rig.registry.leftovers(Rig.ID)).hasSize(1);
    }

    @Test
    void isNoSuccessWhenSomethingIsLeft() {
        host.begins("web");
        host.ledger(1, "remains", "42");
        host.finishes("web", "succeeded", "");
        host.ends(true);
        SessionOutcome outcome = rig.end();

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.report().errors()).containsExactly("Something is left in the cloud.");
    }

    @Test
    void endsAsBeforeWhenOnlyTheLastWordWasForgotten() throws IOException {
        host.begins("web");
        host.finishes("web", "succeeded", "");
        host.ends(true);
        SessionOutcome outcome = rig.end();
        int lines = rig.lines.size();
        rig.registry.save(rig.driver.record().withPhase(Phase.FINISHING));
        rig.restart();

        assertThat(rig.end()).isEqualTo(outcome);
        assertThat(rig.lines).hasSize(lines);
    }

    @Test
    void tellsTheProblemsOfATemplate() {
        host.begins();
        host.result("{'success':false,'errors':['t.json:3:5: Unknown key.'],'problems':[{'file':'t.json','line':3,"
                + "'column':5,'message':'Unknown key.','cure':'Remove it.'}]}");
        host.exit = "1";
        SessionOutcome outcome = rig.end();

        assertThat(rig.lines).contains("Error: t.json:3:5: Unknown key. Remove it.");
        assertThat(outcome.report().problems())
                .containsExactly(new SessionReport.Problem("t.json", 3, 5, "Unknown key.", "Remove it."));
    }
}
