package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LyingAgentTest {

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

    @Test
    void ignoresWhatIsNotKnownAndSaysANewerProtocolOnce() {
        host.event("hello", "'protocol':2,'engineVersion':'9.0','pid':1,'mood':{'a':[1,2.5,null]}");
        host.event("dreamt", "'of':'sheep'");
        host.event("runStarted", "'runId':'r','builds':[{'name':'web','type':'null','colour':'red'}]");
        host.says("web", "hello");
        host.raw("no JSON\n[]\n{\"seq\":\n");
        host.says("web", "again");
        rig.turns(2);

        assertThat(rig.lines)
                .containsExactlyInAnyOrder(
                        "The engine 9.0 speaks protocol 2, which is newer than 1: what is not known here is left out.",
                        "Some lines of the engine's events.jsonl cannot be read; they are left out.",
                        "[web] ==> hello",
                        "[web] ==> again");
    }

    @Test
    void showsWhoWasNeverAnnouncedUnderAQuestionMark() {
        host.begins("web");
        host.says("other", "me too");
        host.says("web (manifest)", "made");
        host.says("other (web)", "and me");
        host.finishes("other", "succeeded", "");
        host.event("buildStarted", "'builder':'other','builderType':'x'");
        rig.turn();

        assertThat(rig.lines).containsExactly("[?] ==> me too", "[web] ==> (manifest) made", "[?] ==> and me");
        assertThat(rig.driver.report().builders()).extracting(Builder::name).containsExactly("web");
    }

    @Test
    void clampsNamesAndKeepsThemApartFromPaths() throws IOException {
        String huge = "x".repeat(1 << 20);
        host.begins("<img src=x onerror=alert(1)>", "../../x", "a\\u001b[31m\\nb", huge);
        host.says("../../x", "hello");
        host.finishes("../../x", "succeeded", "");
        host.ends(true);
        rig.end();

        assertThat(rig.driver.report().builders())
                .extracting(Builder::name)
                .allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(200))
                .contains("../../x", "<img src=x onerror=alert(1)>", "a[31mb");
        assertThat(rig.lines).contains("[../../x] ==> hello");
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "session.json", "spec.json", "ledger.jsonl", "state.json", "log-0.txt.gz");
        }
    }

    @Test
    void boundsTheNumberOfBuildersAndArtifacts() {
        host.begins(IntStream.range(0, 3000).mapToObj(i -> "b" + i).toArray(String[]::new));
        String artifact = "{'id':'i','region':'r','builder':'b0','description':'" + "d".repeat(40_000) + "'}";
        host.event(
                "buildFinished",
                "'builder':'b0','status':'succeeded','durationMillis':1,'error':'','artifacts':["
                        + IntStream.range(0, 150).mapToObj(i -> artifact).collect(Collectors.joining(",")) + "]");
        host.event(
                "buildFinished",
                "'builder':'b1','status':'succeeded','durationMillis':1,'error':'','artifacts':[{'id':'kept'}]");
        rig.turns(60);

        assertThat(rig.driver.report().builders()).hasSize(1000);
        assertThat(rig.driver.report().artifacts()).extracting(Artifact::id).containsExactly("kept");
        assertThat(rig.lines)
                .contains("The engine reports more artifacts than fit here; the rest of them is left out.");
        assertThat(rig.build.resolve("state.json"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(4 << 20));
    }

    @Test
    void givesAnArtifactToNobodyButItsOwnBuild() {
        host.begins("web");
        host.event(
                "buildFinished",
                "'builder':'web','status':'succeeded','durationMillis':1,'error':'','artifacts':[{'id':'1',"
                        + "'builder':'other','description':'a\\nb'}]");
        rig.turn();
        assertThat(rig.driver.report().artifacts())
                .extracting(Artifact::builder)
                .containsExactly("web");
    }

    @Test
    void skipsALineWithoutEnd() {
        host.begins("web");
        host.raw("{\"seq\":100,\"x\":\"" + "y".repeat(9 << 20));
        rig.turns(50);
        host.raw("\"}\n");
        host.says("web", "after it");
        rig.turns(5);

        assertThat(rig.lines)
                .contains("A line of the engine's events.jsonl is longer than 8388608 bytes; it is left out.")
                .endsWith("[web] ==> after it");
    }

    @Test
    void survivesAFileThatBecomesShorterAndOneThatIsNeverReadToItsEnd() {
        host.begins("web");
        rig.turn();
        host.claimedLength = 5;
        rig.turns(3);
        assertThat(rig.lines)
                .contains("The engine's events.jsonl has become shorter; what is behind its new end is read.");

        host.claimedLength = Long.MAX_VALUE;
        host.result("{'success':true}");
        host.exit = "0";
        assertThat(rig.end().failure()).isEmpty();
    }

    @Test
    void believesNothingOfAHugeOrDeepResult() {
        host.begins("web");
        host.finishes("web", "succeeded", "");
        host.files.put("result.json", new byte[EngineResult.MOST_BYTES + 1]);
        host.exit = "0";
        SessionOutcome outcome = rig.end();
        assertThat(rig.text()).contains("Could not read result.json of the engine: it is longer than 8388608 bytes");
        assertThat(outcome.success()).isFalse();
    }

    @Test
    void bearsDeepJsonAndStrangeNumbers() {
        host.begins("web");
        host.raw("{\"seq\":10,\"type\":\"said\",\"x\":" + "[".repeat(100_000) + "\n");
        host.raw("{\"seq\":11,\"type\":\"said\",\"x\":" + "9".repeat(100_000) + "}\n");
        host.raw("{\"seq\":1e400,\"type\":\"buildFinished\",\"builder\":\"web\"}\n");
        host.raw("{\"seq\":12,\"type\":7,\"builder\":[]}\n");
        host.raw("{\"seq\":13,\"type\":\"ledger\",\"entry\":\"x\",\"state\":\"created\"}\n");
        host.eventNumbered(20, "buildFinished", "'builder':'web','status':'exploded','durationMillis':-5");
        rig.turns(3);
        assertThat(rig.driver.report().builders())
                .extracting(Builder::status)
                .containsExactly(SessionReport.Status.FAILED);
    }

    @Test
    void saysThatOutputIsMissing() {
        host.begins("web");
        host.eventNumbered(90, "said", "'builder':'web','voice':'say','text':'late'");
        rig.turn();
        assertThat(rig.lines)
                .contains("[web] ==> late")
                .anyMatch(line -> line.startsWith("Some of the engine's output is missing here"));
    }
}
