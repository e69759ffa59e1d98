package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

    private static final String AS_PACKER = """
        {
          "builds": [
            {
              "name": "web",
              "builder_type": "file",
              "build_time": %d,
              "files": [
                {
                  "name": "a.txt",
                  "size": 5
                },
                {
                  "name": "gone/b.txt",
                  "size": 0
                }
              ],
              "artifact_id": "File",
              "packer_run_uuid": "run-1",
              "custom_data": {
                "a": "1",
                "b": "1",
                "z": "i-1 \\u003c\\u0026\\u003e"
              }
            }
          ],
          "last_run_uuid": "run-1"
        }""";

    @TempDir
    private Path directory;

    @Test
    void writesWhatPackerWrites() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "12345");
        ManifestWriter writer = new ManifestWriter(directory, "run-1", false, new VirtualClock());

        PostProcessor.Outcome outcome = writer.add(
                "{\"custom_data\": {\"z\": \"{{build `ID`}} <&>\", \"a\": 1, \"b\": true}}",
                "web",
                "a.txt",
                "gone/b.txt");

        long time = new VirtualClock().now().getEpochSecond();
        assertThat(read("packer-manifest.json")).isEqualTo(AS_PACKER.formatted(time));
        assertThat(outcome.keep()).isEqualTo(PostProcessor.Keep.ALWAYS);
        assertThat(outcome.artifact()).map(Artifact::packerId).isEqualTo(Optional.of("File"));
        assertThat(names()).containsExactly("a.txt", "packer-manifest.json");
    }

    @Test
    void leavesOutPathAndTimeWhereToldTo() throws IOException {
        run("run-1").add("{\"strip_path\": true, \"strip_time\": true, \"output\": \"m.json\"}", "web", "out/a.txt");

        assertThat(read("m.json"))
                .contains("\"name\": \"a.txt\"")
                .contains("\"custom_data\": null")
                .doesNotContain("build_time");
    }

    @Test
    void saysNullForNoFiles() throws IOException {
        run("run-1").add("{}", "web");

        assertThat(read("packer-manifest.json")).contains("\"files\": null");
    }

    @Test
    void hidesSecrets() throws IOException {
        run("run-1").add("{\"custom_data\": {\"hunter2\": \"my hunter2\"}}", "web", "hunter2.txt");

        assertThat(read("packer-manifest.json"))
                .doesNotContain("hunter2")
                .contains("\"\\u003csensitive\\u003e\": \"my \\u003csensitive\\u003e\"");
    }

    @Test
    void appendsOverRunsAndKeepsWhatItDoesNotKnow() throws IOException {
        Files.writeString(
                directory.resolve("packer-manifest.json"),
                "{\"builds\":[{\"name\":\"old\",\"more\":[1,2.5,{\"deep\":false}]}],\"last_run_uuid\":\"run-0\"}");

        run("run-1").add("{}", "a");
        run("run-1").add("{}", "b");
        run("run-2").add("{}", "c");

        assertThat(builds()).containsExactly("old", "a", "b", "c");
        assertThat(read("packer-manifest.json"))
                .contains("\"more\": [\n        1,\n        2.5,\n        {\n          \"deep\": false")
                .endsWith("\"last_run_uuid\": \"run-2\"\n}");
    }

    @Test
    void beginsAfreshForEachRunWithForce() throws IOException {
        run("run-1").add("{}", "a");
        ManifestWriter forced = new ManifestWriter(directory, "run-2", true, new VirtualClock());

        forced.add("{}", "b");
        forced.add("{}", "c");

        assertThat(builds()).containsExactly("b", "c");
    }

    @Test
    void takesAnEmptyFileForNone() throws IOException {
        Files.createFile(directory.resolve("packer-manifest.json"));

        run("run-1").add("{}", "a");

        assertThat(builds()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|cannot unmarshal array into Go value of type manifest.ManifestFile",
                "{\"builds\":{}}|cannot unmarshal object into Go struct field ManifestFile.builds",
                "{\"builds\":[7]}|cannot unmarshal number into Go struct field ManifestFile.builds",
                "{\"builds\":[|not valid JSON at line 1, column",
            })
    void leavesAFileAloneThatIsNoManifest(String content, String words) throws IOException {
        Files.writeString(directory.resolve("packer-manifest.json"), content);

        assertThatThrownBy(() -> run("run-1").add("{}", "a"))
                .hasMessageContaining("Unable to parse content from packer-manifest.json: ")
                .hasMessageContaining(words)
                .hasMessageContaining("Nothing was written.");

        assertThat(read("packer-manifest.json")).isEqualTo(content);
        assertThat(names()).containsExactly("packer-manifest.json");
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Files.createDirectory(directory.resolve("dir.json"));

        assertThatThrownBy(() -> run("run-1").add("{\"output\": \"gone/m.json\"}", "a"))
                .hasMessageContaining("Unable to write gone/m.json: open gone/m.json: no such file or directory");
        assertThatThrownBy(() -> run("run-1").add("{\"output\": \"dir.json\"}", "a"))
                .hasMessageContaining("Unable to open dir.json for reading: read dir.json: is a directory");

        assertThat(names()).containsExactly("dir.json");
    }

    @Test
    void leavesALinkALinkAlsoToWhatIsNotThereYet() throws IOException {
        Files.createDirectory(directory.resolve("real"));
        Files.createSymbolicLink(directory.resolve("packer-manifest.json"), Path.of("link.json"));
        Files.createSymbolicLink(directory.resolve("link.json"), Path.of("real/m.json"));

        run("run-1").add("{}", "a");
        run("run-1").add("{}", "b");

        assertThat(directory.resolve("packer-manifest.json")).isSymbolicLink();
        assertThat(directory.resolve("real/m.json")).isRegularFile();
        assertThat(builds()).containsExactly("a", "b");
    }

    @Test
    void keepsTheModeOfAFileThatIsThere() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        run("run-1").add("{}", "a");
        Path file = directory.resolve("packer-manifest.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .matches("rw-r.-r--");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

        run("run-1").add("{}", "b");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void losesNoEntryOf64BuildsThatEndTogether() throws Exception {
        int builds = 64;
        ExecutorService threads = Executors.newFixedThreadPool(builds);
        CyclicBarrier together = new CyclicBarrier(builds);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < builds; i++) {
                String name = "b" + i;
                ends.add(threads.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    return run("run-1").add("{}", name);
                }));
            }
            for (Future<?> end : ends) {
                end.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(builds())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, builds).mapToObj(i -> "b" + i).toList());
        assertThat(names()).containsExactly("packer-manifest.json");
    }

    @Test
    void losesNoEntryOfTwoProcesses() throws Exception {
        int each = 40;
        Process one = process("", "one", each);
        Process other = process("", "other", each);

        assertThat(output(one)).isEmpty();
        assertThat(output(other)).isEmpty();
        assertThat(builds())
                .containsExactlyInAnyOrderElementsOf(Stream.of("one", "other")
                        .flatMap(run -> IntStream.range(0, each).mapToObj(i -> run + "-" + i))
                        .toList());
        assertThat(names()).containsExactly("packer-manifest.json");
    }

    @Test
    void leavesTheOldFileWhenTheDiskIsFull() throws Exception {
        assumeThat(Path.of("/bin/sh")).exists();
        for (int i = 0; i < 3; i++) {
            run("run-1").add("{}", "b" + i);
        }
        String before = read("packer-manifest.json");

        Process child = process("ulimit -f 1; exec ", "run-2", 1);

        assertThat(output(child))
                .contains("Could not write manifest 'packer-manifest.json': Unable to write packer-manifest.json: write"
                        + " packer-manifest.json: file too large. Check 'output'");
        assertThat(child.exitValue()).isEqualTo(1);
        assertThat(read("packer-manifest.json")).isEqualTo(before);
        assertThat(names()).containsExactly("packer-manifest.json");
    }

    @Test
    void writesNothingWhileAnotherHasTheLock() throws IOException {
        Files.createFile(directory.resolve("packer-manifest.json.lock"));
        VirtualClock clock = new VirtualClock();

        assertThatThrownBy(() -> new ManifestWriter(directory, "run-1", false, clock).add("{}", "a"))
                .hasMessageContaining("packer-manifest.json.lock' has been there for 30 s")
                .hasMessageContaining("remove the file and run again");

        assertThat(names()).containsExactly("packer-manifest.json.lock");
    }

    @Test
    void takesTheLockOverOfAProcessThatHasDied() throws IOException {
        Files.writeString(directory.resolve("packer-manifest.json.lock"), "4711 signature");

        new ManifestWriter(directory, "run-1", false, new VirtualClock()).add("{}", "a");

        assertThat(builds()).containsExactly("a");
        assertThat(names()).containsExactly("packer-manifest.json");
    }

    @Test
    void doesNotTakeTheLockOverOfAProcessThatLives() throws IOException {
        Path lock = directory.resolve("packer-manifest.json.lock");
        Files.writeString(lock, "4711 signature");
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertThat(held.tryLock(1 << 20, 1, false)).isNotNull();

            assertThatThrownBy(() -> new ManifestWriter(directory, "run-1", false, new VirtualClock()).add("{}", "a"))
                    .hasMessageContaining("has been there for 30 s");
        }

        assertThat(names()).containsExactly("packer-manifest.json.lock");
    }

    private Process process(String before, String run, int count) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ManifestWriter.class.getName(),
                directory.toString(),
                run,
                "" + count);
        List<String> words = new ArrayList<>(command);
        if (!before.isEmpty()) {
            words.addAll(0, List.of("/bin/sh", "-c", before + "\"$@\"", "sh"));
        }
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException, InterruptedException, ExecutionException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }

    private ManifestWriter run(String runId) {
        return ManifestWriter.of(directory, runId);
    }

    private String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private List<String> builds() throws IOException {
        List<?> builds = (List<?>) Objects.requireNonNull(
                Json.readObject(read("packer-manifest.json")).get("builds"));
        return builds.stream()
                .map(build -> String.valueOf(((Map<?, ?>) build).get("name")))
                .toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
