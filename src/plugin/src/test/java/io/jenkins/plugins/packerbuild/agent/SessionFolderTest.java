package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.session.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFolderTest {

    @TempDir
    private Path temporary;

    private Path path;
    private SessionFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        path = temporary.resolve("sessions").resolve("one");
        folder = new SessionFolder(path);
        folder.create();
    }

    @Test
    void isClosedToOthers() throws IOException {
        folder.write("secrets.json", new byte[] {1});
        folder.writeFiles(Map.of("key", new byte[] {2}));

        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("secrets.json"))).isEqualTo("rw-------");
        assertThat(permissions(path.resolve("files"))).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("files/key"))).isEqualTo("rw-------");
    }

    @Test
    void closesADirectoryThatIsAlreadyThere() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        folder.create();

        assertThat(permissions(path)).isEqualTo("rwx------");
    }

    @Test
    void refusesALinkInItsPlace() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(temporary.resolve("sessions").resolve("two"), elsewhere);

        assertThatThrownBy(() -> new SessionFolder(link).create()).isInstanceOf(IOException.class);
        assertThat(new SessionFolder(link).look(new Look.Request(0, 100, "1")).exists())
                .isFalse();
    }

    @Test
    void leavesNoUnfinishedFileWhenItWrites() throws IOException {
        folder.write("lease", "1".getBytes());
        folder.write("lease", "2".getBytes());

        try (Stream<Path> files = Files.list(path)) {
            assertThat(files).containsExactly(path.resolve("lease"));
        }
        assertThat(path.resolve("lease")).hasContent("2");
    }

    @Test
    void refusesNamesThatLeaveTheDirectory() {
        assertThatThrownBy(() -> folder.write("../x", new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.head("a/b", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.head("/etc/passwd", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.writeFiles(Map.of("../../x", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(temporary.resolve("x")).doesNotExist();
    }

    @Test
    void looksFromAnOffsetAndNoFurtherThanAsked() throws IOException {
        Files.writeString(path.resolve("events.jsonl"), "0123456789");
        Files.writeString(path.resolve("heartbeat"), "7\n");

        Look look = folder.look(new Look.Request(3, 4, "12"));

        assertThat(look.events()).asString().isEqualTo("3456");
        assertThat(look.eventsLength()).isEqualTo(10);
        assertThat(look.heartbeat()).isEqualTo("7");
        assertThat(look.exit()).isEmpty();
        assertThat(look.hasResult()).isFalse();
        assertThat(path.resolve("lease")).hasContent("12");
    }

    @Test
    void findsNothingBehindTheEndOfTheEvents() throws IOException {
        Files.writeString(path.resolve("events.jsonl"), "0123456789");

        assertThat(folder.look(new Look.Request(10, 4, "")).events()).isEmpty();
        assertThat(folder.look(new Look.Request(99, 4, "")).events()).isEmpty();
        assertThat(path.resolve("lease")).doesNotExist();
    }

    @Test
    void seesTheEnd() throws IOException {
        Files.writeString(path.resolve("exit"), "1\n");
        Files.writeString(path.resolve("result.json"), "{}");

        Look look = folder.look(new Look.Request(0, 4, "1"));

        assertThat(look.exit()).isEqualTo("1");
        assertThat(look.hasResult()).isTrue();
    }

    @Test
    void saysThatItHasVanishedAndDoesNotComeBack() throws IOException {
        folder.delete();

        assertThat(folder.look(new Look.Request(0, 4, "1")).exists()).isFalse();
        assertThatThrownBy(() -> folder.write("cancel", new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.writeFiles(Map.of("a", new byte[0]))).isInstanceOf(IOException.class);
        assertThat(path).doesNotExist();
    }

    @Test
    void readsBothEndsOfAFile() throws IOException {
        Files.writeString(path.resolve("engine.log"), "beginning and end");

        assertThat(folder.head("engine.log", 9)).asString().isEqualTo("beginning");
        assertThat(folder.tail("engine.log", 3)).asString().isEqualTo("end");
        assertThat(folder.tail("engine.log", 100)).asString().isEqualTo("beginning and end");
        assertThat(folder.tail("missing", 3)).isEmpty();
    }

    @Test
    void deletesLinksAndNotWhatTheyPointTo() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "x");
        Files.createSymbolicLink(path.resolve("link"), outside);
        Files.createSymbolicLink(path.resolve("dangling"), Path.of("nowhere"));
        Files.createDirectories(path.resolve("a/b"));
        Files.writeString(path.resolve("a/b/c"), "x");

        folder.delete();

        assertThat(path).doesNotExist();
        assertThat(outside.resolve("precious")).hasContent("x");
    }

    @Test
    void knowsByItsLockWhetherAnEngineIsAtWork() throws Exception {
        assertThat(folder.isAlive(ProcessHandle.current().pid() + 0L)).isFalse();
        Process engine = ChildJava.start(LockHolder.class, path.resolve("lock").toString());
        try {
            assertThat(engine.getInputStream().read()).isEqualTo('x');
            assertThat(folder.isAlive(1)).isTrue();
        } finally {
            engine.destroyForcibly().waitFor();
        }
        assertThat(folder.isAlive(1)).isFalse();
    }

    @Test
    void killsWhatRunsForItAndNothingElse() throws Exception {
        Process ours = ChildJava.start(LockHolder.class, path.resolve("lock").toString());
        Process other =
                ChildJava.start(LockHolder.class, temporary.resolve("lock").toString());
        try {
            assertThat(ours.getInputStream().read()).isEqualTo('x');
            assertThat(other.getInputStream().read()).isEqualTo('x');

            assertThat(Processes.kill(path, 0)).isEqualTo(1);

            assertThat(ours.waitFor()).isNotZero();
            assertThat(other.isAlive()).isTrue();
        } finally {
            ours.destroyForcibly();
            other.destroyForcibly();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
