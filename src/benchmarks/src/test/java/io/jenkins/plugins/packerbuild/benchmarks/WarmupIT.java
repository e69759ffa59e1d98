package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class archive of the shipped command line: it is made, and Java takes it. */
class WarmupIT {

    private static final Path LAUNCHER = Checkout.ROOT.resolve("src/engine/target/packer-build");

    @TempDir
    Path scratch;

    @Test
    void makesAnArchiveThatJavaAccepts() throws Exception {
        String said = run(List.of(LAUNCHER.toString(), "warmup"));

        assertThat(said).startsWith("Wrote ");
        Path archive = onlyFile(scratch.resolve("packer-build"));
        Path jar = LAUNCHER.resolveSibling("packer-build.jar").toRealPath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // With 'on' instead of 'auto', an archive that does not fit ends Java.
        String version = run(List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xshare:on",
                "-XX:SharedArchiveFile=" + archive,
                "-jar",
                jar.toString(),
                "version"));
        assertThat(version).startsWith("packer-build v");
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertThat(found).as("nothing unfinished beside the archive").hasSize(1);
            return found.get(0);
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", scratch.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
