package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnsweringTest {

    @TempDir
    private Path root;

    private FakeHost host;
    private Rig rig;

    @BeforeEach
    void run() throws IOException {
        host = new FakeHost();
        rig = new Rig(root, host);
        rig.turn();
        host.beat();
        host.event("hello", "'protocol':1,'engineVersion':'1','pid':1");
        host.event("needs", "'builders':[{'name':'web','type':'digitalocean'}],'variables':['region']");
    }

    @Test
    void answersOnceAndRemembersTheNames() throws IOException {
        rig.turns(3);

        assertThat(host.count("answer")).isOne();
        assertThat(host.files.get("secrets.json")).asString().contains("\"db_password\":\"correct-horse-battery\"");
        assertThat(host.answeredFiles).containsOnlyKeys("key.pem");
        assertThat(rig.secrets.asked)
                .containsExactly(new SessionSecrets.Needs(
                        java.util.List.of(new SessionSecrets.Build("web", "digitalocean")),
                        java.util.List.of("region")));
        assertThat(rig.lines).containsExactly("Using credential 'do-token' for 'digitalocean'.");
        assertThat(rig.registry.find(Rig.ID).orElseThrow().credentials())
                .containsExactly(new SessionRecord.CredentialName(false, "digitalocean", "do-token", ""));
    }

    @Test
    void answersAfterARestartWhenTheEngineMayStillWait() throws IOException {
        host.trouble = null;
        rig.turn();
        // The state of before the answer.
        rig.folder().save(java.util.Map.of());
        rig.restart();
        rig.turn();
        assertThat(host.count("answer")).isEqualTo(2);
    }

    @Test
    void doesNotAnswerAnEngineThatHasGoneOn() throws IOException {
        host.event("runStarted", "'runId':'r','builds':[]");
        rig.turns(2);
        assertThat(host.calls).doesNotContain("answer");
    }

    @Test
    void findsTheValuesAgainAfterARestartToMaskThem() throws IOException {
        rig.turns(2);
        rig.restart();
        rig.turn();
        assertThat(rig.secrets.asked).hasSize(2);
        assertThat(host.count("answer")).isOne();
    }

    @Test
    void goesOnAfterARestartWhenTheValuesCannotBeFoundAgain() throws IOException {
        rig.turns(2);
        rig.restart();
        rig.secrets.bug = new IllegalStateException("the store is away");
        rig.turn();

        assertThat(rig.driver.record().phase()).isEqualTo(Phase.RUNNING);
        assertThat(host.calls).doesNotContain("cancel");
    }

    @Test
    void endsWithTheSentenceOfACredentialThatIsMissing() {
        rig.secrets.refusal = "There is no credential 'do-tokn'. Correct the id";
        rig.turns(2);
        assertThat(rig.lines).startsWith("There is no credential 'do-tokn'. Correct the id.");
        assertThat(host.calls).contains("cancel");

        host.result("{'success':false,'cancelled':true}");
        host.exit = "1";
        SessionOutcome outcome = rig.end();
        assertThat(outcome.failure()).isEqualTo("There is no credential 'do-tokn'. Correct the id.");
        assertThat(outcome.report().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void masksWhateverGoesAnywhere() throws IOException {
        host.event("runStarted", "'runId':'r','builds':[{'name':'web','type':'digitalocean'}]");
        String value = FakeSecrets.VALUE;
        host.says("web", "a " + value + " b");
        host.says("", value);
        host.event("warned", "'text':'" + value + "'");
        host.event(
                "buildFinished",
                "'builder':'web','status':'failed','durationMillis':1,'error':'" + value + "','artifacts':[]");
        host.files.put("engine.log", value.getBytes(StandardCharsets.UTF_8));
        host.files.put(
                "ledger.jsonl",
                ("{\"runId\":\"r\"}\n{\"entry\":1,\"state\":\"remains\",\"note\":\"" + value + "\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
        host.result("{'success':false,'errors':['" + value + "'],'problems':[{'message':'" + value + "'}]}");
        host.exit = "1";
        SessionOutcome outcome = rig.end();

        assertThat(rig.text()).contains("[web] ==> a **** b").doesNotContain(value);
        assertThat(outcome.toString()).contains("****").doesNotContain(value);
        assertThat(rig.log(0)).contains("****").doesNotContain(value);
        try (var files = java.nio.file.Files.walk(root)) {
            assertThat(files.filter(java.nio.file.Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".gz")))
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(value));
        }
    }

    @Test
    void givesACleanupItsSecretsBeforeItStarts() throws IOException {
        FakeHost other = new FakeHost();
        Rig cleanup = new Rig(root.resolve("cleanup"), other, Purpose.CLEANUP, LogLimits.USUAL);
        cleanup.turn();
        assertThat(other.calls).containsExactly("prepare", "answer", "launch");

        other.beat();
        other.event("hello", "'protocol':1,'pid':1");
        other.files.put("ledger.jsonl", "{\"protocol\":1,\"runId\":\"old-run\"}\n".getBytes(StandardCharsets.UTF_8));
        other.ledger(1, "gone", "");
        other.exit = "0";
        SessionOutcome outcome = cleanup.end();
        assertThat(outcome.success()).isTrue();
        assertThat(cleanup.registry.ledger(Rig.ID)).asString().startsWith("{\"protocol\":1,\"runId\":\"old-run\"}\n");
    }

    @Test
    void keepsTheNameOfACredentialThatACleanupDidNotFind() throws Exception {
        Rig cleanup = new Rig(root.resolve("cleanup"), new FakeHost(), Purpose.CLEANUP, LogLimits.USUAL);
        SessionRecord.CredentialName gone = new SessionRecord.CredentialName(false, "amazon-ebs", "aws", "");
        SessionRecord before = cleanup.registry.find(Rig.ID).orElseThrow().withCredentials(List.of(gone));

        SessionDriver.of(before, cleanup.ports()).turn();

        assertThat(cleanup.registry.find(Rig.ID).orElseThrow().credentials())
                .extracting(SessionRecord.CredentialName::credentialsId)
                .containsExactly("aws", "do-token");
    }
}
