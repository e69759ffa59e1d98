package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldSessionsTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

    @TempDir
    private Path sessions;

    @Test
    void removesWhatIsThirtyDaysOldAndUnknown() throws IOException {
        Path old = session("old", Duration.ofDays(30));
        Path known = session("known", Duration.ofDays(300));
        Path young = session("young", Duration.ofDays(29));

        assertThat(sweep("known")).containsExactly("old");

        assertThat(old).doesNotExist();
        assertThat(known.resolve("files/key")).exists();
        assertThat(young).exists();
    }

    @Test
    void removesCredentialsAfterAnHour() throws IOException {
        Path dead = session("dead", Duration.ofHours(2));
        Path fresh = session("fresh", Duration.ofMinutes(59));
        Path cutOff = dead.resolve("secrets.json.0c1f8e9a.tmp");
        Files.writeString(cutOff, "x");
        age(dead, Duration.ofHours(2));

        assertThat(sweep()).isEmpty();

        assertThat(dead.resolve("files")).doesNotExist();
        assertThat(dead.resolve("secrets.json")).doesNotExist();
        assertThat(cutOff).doesNotExist();
        assertThat(dead.resolve("ledger.jsonl")).exists();
        assertThat(fresh.resolve("files/key")).exists();
    }

    @Test
    void leavesADirectoryInWhichAnEngineIsAtWork() throws Exception {
        Path busy = session("busy", Duration.ofDays(60));
        Process engine = ChildJava.start(LockHolder.class, busy.resolve("lock").toString());
        try {
            assertThat(engine.getInputStream().read()).isEqualTo('x');
            age(busy, Duration.ofDays(60));

            assertThat(sweep()).isEmpty();
        } finally {
            engine.destroyForcibly().waitFor();
        }
        assertThat(busy.resolve("files/key")).exists();
    }

    @Test
    void takesNoProcessForAnEngineOfWhichNothingIsKnown() throws IOException {
        assertThat(new SessionFolder(session("dead", Duration.ZERO)).isAlive(0)).isFalse();
        assertThat(new SessionFolder(sessions).isAlive(-1)).isFalse();
    }

    @Test
    void hasNothingToDoBeforeTheFirstSession() throws IOException {
        assertThat(new OldSessions(sessions.resolve("none")).sweep(Set.of(), NOW))
                .isEmpty();
    }

    private java.util.List<String> sweep(String... known) throws IOException {
        return new OldSessions(sessions).sweep(Set.of(known), NOW);
    }

    private Path session(String name, Duration age) throws IOException {
        Path session = Files.createDirectory(sessions.resolve(name));
        Files.createDirectory(session.resolve("files"));
        for (String file : new String[] {"files/key", "secrets.json", "ledger.jsonl", "heartbeat"}) {
            Files.writeString(session.resolve(file), "x");
        }
        age(session, age);
        return session;
    }

    private static void age(Path session, Duration age) throws IOException {
        try (Stream<Path> all = Files.walk(session)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(NOW.minus(age)));
            }
        }
    }
}
