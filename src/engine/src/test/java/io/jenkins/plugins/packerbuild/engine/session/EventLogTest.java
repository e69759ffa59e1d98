package io.jenkins.plugins.packerbuild.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    @TempDir
    Path temp;

    private final List<Problem> troubles = new ArrayList<>();
    private SessionDirectory directory = new SessionDirectory(Path.of(""), false);

    @BeforeEach
    void makeTheDirectory() {
        directory = SessionDirectory.at(temp.resolve("session"));
    }

    @Test
    void numbersLinesOfManyThreadsInTheOrderOfTheFile() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (EventLog log = open(EventLog.OUTPUT_CAP_BYTES)) {
            for (int i = 0; i < 4; i++) {
                Narrator narrator = new Narrator("b" + i, log);
                threads.add(new Thread(() -> IntStream.range(0, 500).forEach(n -> narrator.message("line " + n))));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        List<String> lines = Files.readAllLines(directory.events());
        assertThat(lines).hasSize(2000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(Json.readObject(lines.get(i))).containsEntry("seq", i + 1);
        }
    }

    @Test
    void capsTheOutputOfMachinesAndSaysSo() throws IOException {
        try (EventLog log = open(400)) {
            Narrator narrator = new Narrator("web", log);
            IntStream.range(0, 100).forEach(n -> narrator.message("line " + n));
            narrator.say("Done.");
        }

        List<String> lines = Files.readAllLines(directory.events());
        assertThat(lines).hasSizeLessThan(10);
        assertThat(lines.get(lines.size() - 2)).contains("from here on it is not recorded: it has reached 400 bytes");
        assertThat(lines.get(lines.size() - 1)).contains("Done.");
    }

    @Test
    void goesOnBehindALineThatACrashHasCut() throws IOException {
        try (EventLog log = open(EventLog.OUTPUT_CAP_BYTES)) {
            new Narrator("web", log).say("one");
        }
        Files.writeString(directory.events(), "{\"seq\":2,\"ty", StandardOpenOption.APPEND);
        try (EventLog log = open(EventLog.OUTPUT_CAP_BYTES)) {
            new Narrator("web", log).say("two");
        }

        assertThat(Files.readAllLines(directory.events()))
                .containsExactly(
                        "{\"seq\":1,\"type\":\"said\",\"builder\":\"web\",\"voice\":\"say\",\"text\":\"one\"}",
                        "{\"seq\":2,\"type\":\"said\",\"builder\":\"web\",\"voice\":\"say\",\"text\":\"two\"}");
    }

    @Test
    void saysOnceThatTheDiskIsFullAndGoesOn() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
        Files.createSymbolicLink(directory.events(), full);

        EventLog log = open(EventLog.OUTPUT_CAP_BYTES);
        new Narrator("web", log).say("one");
        log.flush();
        new Narrator("web", log).say("two");
        log.flush();

        assertThat(troubles).hasSize(1);
        assertThat(troubles.get(0).sentence())
                .isEqualTo("Could not write events.jsonl: No space left on device. The build goes on, but its record"
                        + " has a gap.");
    }

    private EventLog open(long capBytes) {
        return EventLog.open(directory, new EventLog.Options(capBytes, Clock.system(), troubles::add));
    }
}
