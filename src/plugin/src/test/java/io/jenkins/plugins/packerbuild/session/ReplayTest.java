package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver that is thrown away at any point, lines that are cut anywhere, bytes that come twice: always the same story. */
class ReplayTest {

    @TempDir
    private Path root;

    private static void story(FakeHost host) {
        host.begins("db", "web");
        host.event("buildStarted", "'builder':'web','builderType':'null'");
        host.says("web", "Grüße\\nzwei Zeilen");
        host.event("said", "'builder':'web','voice':'message','text':'from the machine'");
        host.ledger(1, "intent", "");
        host.ledger(1, "created", "42");
        host.says("db", "hello");
        host.event("warned", "'text':'Disk is nearly full.'");
        host.ledger(1, "gone", "");
        host.finishes("db", "failed", "It broke.");
        host.finishes("web", "succeeded", "");
        host.ends(false);
    }

    private Rig reference() throws IOException {
        FakeHost host = new FakeHost();
        Rig rig = new Rig(root.resolve("reference"), host);
        rig.turn();
        story(host);
        rig.end();
        return rig;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 61, 200, 1000})
    void readsTheSameHoweverItIsCut(int bytes) throws IOException {
        Rig reference = reference();
        FakeHost host = new FakeHost();
        host.mostBytes = bytes;
        Rig rig = new Rig(root.resolve("cut"), host);
        rig.turn();
        story(host);
        rig.end();

        assertSame(rig, reference);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 450, 1000})
    void tellsTheSameWhenEveryTurnHasANewDriver(int bytes) throws IOException {
        Rig reference = reference();
        FakeHost host = new FakeHost();
        host.mostBytes = bytes;
        Rig rig = new Rig(root.resolve("killed"), host);
        rig.turn();
        story(host);
        for (int i = 0; i < 1000 && rig.driver.record().phase() != Phase.ENDED; i++) {
            rig.turn();
            rig.restart();
        }
        rig.end();

        assertSame(rig, reference);
    }

    @Test
    void cutsBackTheLogsWhenTheStateIsOlderThanThey() throws IOException {
        Rig reference = reference();
        FakeHost host = new FakeHost();
        host.mostBytes = 300;
        Rig rig = new Rig(root.resolve("older"), host);
        rig.turn();
        story(host);
        rig.turns(3);
        Fields state = rig.folder().load().orElseThrow();
        rig.turns(2);
        rig.folder().save(state.map());
        rig.restart();
        rig.end();

        assertThat(rig.log(0)).isEqualTo(reference.log(0));
        assertThat(rig.log(1)).isEqualTo(reference.log(1));
        assertThat(rig.driver.report()).isEqualTo(reference.driver.report());
    }

    @Test
    void startsAnewWhenItsStateWasDamaged() throws IOException {
        Rig reference = reference();
        FakeHost host = new FakeHost();
        Rig rig = new Rig(root.resolve("damaged"), host);
        rig.turn();
        story(host);
        rig.turn();
        java.nio.file.Files.writeString(rig.build.resolve("state.json"), "{\"pro");
        rig.restart();
        rig.end();

        assertThat(rig.log(1)).isEqualTo(reference.log(1));
        assertThat(rig.driver.report()).isEqualTo(reference.driver.report());
    }

    private static void assertSame(Rig rig, Rig reference) throws IOException {
        assertThat(rig.lines).containsExactlyElementsOf(reference.lines);
        assertThat(rig.driver.outcome()).isEqualTo(reference.driver.outcome());
        assertThat(rig.folder().report()).contains(reference.driver.report());
        assertThat(rig.log(0)).isEqualTo(reference.log(0)).contains("==> hello");
        assertThat(rig.log(1))
                .isEqualTo(reference.log(1))
                .isEqualTo("==> Grüße\n==> zwei Zeilen\n    from the machine\n"
                        + "==> Build 'web' finished after 1 minute 1 second.\n");
        assertThat(rig.registry.ledger(Rig.ID)).isEqualTo(reference.registry.ledger(Rig.ID));
    }
}
