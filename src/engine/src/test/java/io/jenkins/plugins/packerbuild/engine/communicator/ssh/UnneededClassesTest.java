package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.cli.PackerBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that logs in nowhere does not pay for what a login needs. */
class UnneededClassesTest {

    @TempDir
    Path directory;

    @Test
    void loadsNoClassOfSshAndBouncyCastleWhereNobodyLogsIn() throws IOException {
        Path template = Files.writeString(
                directory.resolve("t.json"),
                "{\"builders\": [{\"type\": \"null\", \"communicator\": \"none\"},"
                        + " {\"type\": \"file\", \"content\": \"x\", \"target\": \"" + directory.resolve("x")
                        + "\"}]}");
        Path log = directory.resolve("classes");

        OpenSsh.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                PackerBuild.class.getName(),
                "build",
                template.toString());

        assertThat(directory.resolve("x")).hasContent("x");
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("packerbuild.engine.cli"))
                .noneMatch(line -> line.contains("org.bouncycastle.") || line.contains("net.schmizz."));
    }
}
