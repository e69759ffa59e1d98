package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineStoreTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(31));

    @TempDir
    private Path root;

    private EngineStore store;

    @BeforeEach
    void makeStore() {
        store = new EngineStore(root);
    }

    @Test
    void adoptsWhatArrivedUnchanged() throws IOException {
        Path copy = engine("copy", "jar");
        String digest = EngineDigest.of(copy);

        store.adopt(copy, digest);

        assertThat(store.has(digest)).isTrue();
        assertThat(store.directory(digest).resolve("lib/a.jar")).hasContent("jar");
        assertThat(copy).doesNotExist();
    }

    @Test
    void refusesWhatArrivedDamagedAndRemovesIt() throws IOException {
        String digest = EngineDigest.of(engine("original", "jar"));
        Path copy = engine("copy", "ja");

        assertThatThrownBy(() -> store.adopt(copy, digest)).hasMessageContaining("not what was sent");

        assertThat(store.has(digest)).isFalse();
        assertThat(copy).doesNotExist();
    }

    @Test
    void letsTheSecondOfTwoCopiesGo() throws IOException {
        Path first = engine("first", "jar");
        Path second = engine("second", "jar");
        String digest = EngineDigest.of(first);

        store.adopt(first, digest);
        store.adopt(second, digest);

        assertThat(store.has(digest)).isTrue();
        assertThat(second).doesNotExist();
    }

    @Test
    void movesADamagedEngineOutOfTheWay() throws IOException {
        Path copy = engine("copy", "jar");
        String digest = EngineDigest.of(copy);
        store.adopt(copy, digest);
        Files.delete(store.directory(digest).resolve("lib/a.jar"));

        assertThat(store.has(digest)).isFalse();
        assertThat(children()).isEmpty();
    }

    @Test
    void namesTheContentAndNotTheTimes() throws IOException {
        Path one = engine("one", "jar");
        Path other = engine("other", "jar");
        Files.setLastModifiedTime(other.resolve("lib/a.jar"), FileTime.from(LONG_AGO));

        assertThat(EngineDigest.of(one)).isEqualTo(EngineDigest.of(other)).matches("[0-9a-f]{64}");
        assertThat(EngineDigest.of(one)).isNotEqualTo(EngineDigest.of(engine("third", "another jar")));
    }

    @Test
    void prunesWhatNobodyHasUsedForThirtyDays() throws IOException {
        String old = used("old", LONG_AGO);
        String recent = used("recent", NOW.minus(Duration.ofDays(29)));
        Path archive = Files.writeString(root.resolve(old + "-0123456789abcdef.jsa"), "x");
        Path part = Files.createDirectory(root.resolve("f".repeat(64) + ".part.1"));
        Files.setLastModifiedTime(part, FileTime.from(LONG_AGO));
        Path foreign = Files.createDirectory(root.resolve("something-else"));

        assertThat(store.prune("none", NOW)).containsExactlyInAnyOrder(old, "f".repeat(64));

        assertThat(store.directory(old)).doesNotExist();
        assertThat(archive).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(store.has(recent)).isTrue();
        assertThat(foreign).exists();
    }

    @Test
    void neverPrunesTheOneThatIsWantedNow() throws IOException {
        String old = used("old", LONG_AGO);

        assertThat(store.prune(old, NOW)).isEmpty();

        assertThat(store.has(old)).isTrue();
    }

    @Test
    void neverPrunesTheOneThatASessionWasStartedFrom() throws IOException {
        String old = used("old", LONG_AGO);
        Path session = Files.createDirectories(root.resolve("sessions/one"));
        Files.writeString(session.resolve("jvm.args"), "-jar\n" + store.directory(old) + "/packer-build.jar\n");

        assertThat(store.prune("none", NOW)).isEmpty();

        assertThat(store.has(old)).isTrue();
    }

    @Test
    void marksTheUse() throws IOException {
        String old = used("old", LONG_AGO);

        store.touch(old);

        assertThat(store.prune("none", NOW)).isEmpty();
    }

    @Test
    void hasAnArchiveOfItsOwnForEachJava() throws IOException {
        Path java = Files.createDirectories(root.resolve("java"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"");
        Path before = store.archive("d", java);
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.2\"");

        assertThat(store.archive("d", java)).isNotEqualTo(before);
        assertThat(before.getParent()).isEqualTo(root);
        assertThat(store.archive("d", root)).isNotEqualTo(before);
    }

    @Test
    void saysPermissionDeniedForAReadOnlyDirectory() throws IOException {
        Files.createDirectories(root.resolve("cache"));
        Files.setPosixFilePermissions(root.resolve("cache"), PosixFilePermissions.fromString("r-xr-xr-x"));

        String words = new StoreCall.Find("d", true).answer(root.resolve("cache/packer-build"));

        if (!"root".equals(System.getProperty("user.name"))) {
            assertThat(words).contains("cache", "permission denied");
        }
        assertThat(new StoreCall.Find("d", true).answer(Path.of("/proc/packer-build")))
                .contains("/proc/packer-build")
                .isNotEqualTo(StoreCall.MISSING);
    }

    private Path engine(String name, String content) throws IOException {
        Path directory = root.resolve(name);
        Files.createDirectories(directory.resolve("lib"));
        Files.writeString(directory.resolve("packer-build.jar"), "main");
        Files.writeString(directory.resolve("lib/a.jar"), content);
        return directory;
    }

    private String used(String content, Instant when) throws IOException {
        Path copy = engine("copy", content);
        String digest = EngineDigest.of(copy);
        store.adopt(copy, digest);
        store.touch(digest);
        Files.setLastModifiedTime(root.resolve(digest + ".used"), FileTime.from(when));
        return digest;
    }

    private Stream<Path> children() throws IOException {
        return Files.list(root);
    }
}
