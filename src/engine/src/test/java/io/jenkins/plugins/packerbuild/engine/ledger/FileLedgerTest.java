package io.jenkins.plugins.packerbuild.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTest {

    @TempDir
    Path directory;

    private final Redactor redactor = new Redactor();
    private final RecordingListener listener = new RecordingListener();
    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("ledger.jsonl");
    }

    @Test
    void hasTheIntentOnDiskWhenItReturns() throws IOException {
        try (FileLedger ledger = open()) {
            ledger.intend(instance());

            assertThat(Files.readAllLines(file))
                    .containsExactly(
                            "{\"protocol\":1,\"runId\":\"run-1\"}",
                            "{\"entry\":1,\"state\":\"intent\",\"builder\":\"web\",\"kind\":\"instance\",\"provider\":\"aws\","
                                    + "\"account\":\"\",\"region\":\"us-east-1\",\"endpoint\":\"\","
                                    + "\"credentialSource\":\"template\",\"mark\":\"token-1\",\"id\":\"\",\"note\":\"\",\"command\":\"\"}");
        }
    }

    @Test
    void tellsEveryLineAsAnEvent() {
        try (FileLedger ledger = open()) {
            ResourceLedger.Entry entry = ledger.intend(instance());
            entry.created("i-1");
            entry.gone();
        }

        assertThat(listener.events())
                .extracting(event -> ((LedgerLine) event).state() + " " + ((LedgerLine) event).id())
                .containsExactly("INTENT ", "CREATED i-1", "GONE i-1");
    }

    @Test
    void readsBackWhatIsNotGone() {
        try (FileLedger ledger = open()) {
            ledger.intend(instance()).created("i-1");
            ledger.intend(instance()).gone();
            ledger.intend(instance());
            ledger.intend(instance()).remains("Denied.", "aws ec2 delete");
        }

        LedgerFile read = LedgerFile.read(file);

        assertThat(read.runId()).isEqualTo("run-1");
        assertThat(read.open())
                .extracting(line -> line.entry() + " " + line.state() + " " + line.id() + line.command())
                .containsExactly("1 CREATED i-1", "3 INTENT ", "4 REMAINS aws ec2 delete");
        assertThat(read.open().get(0).resource()).isEqualTo(instance());
    }

    @Test
    void passesOverALastLineThatACrashHasCutAtAnyPlace() throws IOException {
        try (FileLedger ledger = open()) {
            ledger.intend(instance()).created("i-1");
        }
        byte[] whole = Files.readAllBytes(file);
        int lastLine =
                new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf("{\"entry\":1,\"state\":\"created");

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            LedgerFile read = LedgerFile.read(file);
            if (length >= lastLine) {
                assertThat(read.open()).extracting(LedgerLine::state).containsExactly(LedgerLine.State.INTENT);
            }
        }
    }

    @Test
    void goesOnBehindACutLineUnderTheEarlierRun() throws IOException {
        try (FileLedger ledger = open()) {
            ledger.intend(instance()).created("i-1");
        }
        Files.writeString(file, "{\"entry\":2,\"sta", StandardOpenOption.APPEND);

        try (FileLedger ledger = FileLedger.open(file, "run-2", redactor, listener)) {
            ledger.open().forEach(line -> ledger.reopen(line).gone());
            ledger.intend(instance());
        }

        LedgerFile read = LedgerFile.read(file);
        assertThat(read.runId()).isEqualTo("run-1");
        assertThat(read.entries())
                .extracting(line -> line.entry() + " " + line.state())
                .containsExactly("1 GONE", "2 INTENT");
    }

    @Test
    void passesOverLinesAndMembersOfALaterVersion() throws IOException {
        Files.writeString(
                file,
                "{\"protocol\":2,\"runId\":\"r\",\"colour\":\"red\"}\n{\"state\":\"painted\",\"entry\":1}\n"
                        + "{\"entry\":1,\"state\":\"created\",\"id\":\"i-1\",\"more\":{\"a\":[1]}}\n");

        assertThat(LedgerFile.read(file).open()).extracting(LedgerLine::id).containsExactly("i-1");
    }

    @Test
    void refusesALineInTheMiddleThatIsNotJson() throws IOException {
        Files.writeString(file, "{\"protocol\":1,\"runId\":\"r\"}\n!!\n{\"entry\":1,\"state\":\"gone\"}\n");

        assertThatThrownBy(() -> LedgerFile.read(file))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Could not read line 2 of ledger '" + file + "'");
    }

    @Test
    void refusesAnIntentThatItCannotWrite() {
        FileLedger ledger = open();
        ledger.close();

        assertThatThrownBy(() -> ledger.intend(instance()))
                .isInstanceOf(BuildException.class)
                .hasMessageStartingWith("Could not write ledger '" + file + "'");
        assertThat(ledger.open()).isEmpty();
        assertThat(listener.events()).isEmpty();
    }

    @Test
    void warnsAndGoesOnWhenALaterLineCannotBeWritten() {
        FileLedger ledger = open();
        ResourceLedger.Entry entry = ledger.intend(instance());
        ledger.close();

        entry.created("i-1");

        assertThat(listener.events()).anyMatch(BuildEvent.Warned.class::isInstance);
        assertThat(ledger.open()).extracting(LedgerLine::id).containsExactly("i-1");
    }

    @Test
    void writesNoSecretButKeepsIds() throws IOException {
        redactor.add(Secret.of("hunter2hunter2"));
        try (FileLedger ledger = open()) {
            ledger.intend(instance()).remains("Key hunter2hunter2 was refused.", "KEY=hunter2hunter2 aws");
        }

        assertThat(Files.readString(file))
                .contains("Key <sensitive> was refused.")
                .doesNotContain("hunter2");
    }

    @Test
    void isNotClosedByAnInterruptedThread() {
        try (FileLedger ledger = open()) {
            Thread.currentThread().interrupt();
            ledger.intend(instance());
            assertThat(Thread.interrupted()).isTrue();
            ledger.intend(instance());
        }

        assertThat(LedgerFile.read(file).open()).hasSize(2);
    }

    private FileLedger open() {
        return FileLedger.open(file, "run-1", redactor, listener);
    }

    private static Resource instance() {
        return new Resource("web", "instance", new Resource.Place("aws", "", "us-east-1", "", "template"), "token-1");
    }
}
