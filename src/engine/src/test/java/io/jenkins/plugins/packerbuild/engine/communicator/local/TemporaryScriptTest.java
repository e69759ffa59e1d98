package io.jenkins.plugins.packerbuild.engine.communicator.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TemporaryScriptTest {

    private static final byte[] CONTENT = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isForItsOwnerOnly() throws IOException {
        try (TemporaryScript script = TemporaryScript.write(directory, ".py", CONTENT)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script.path())))
                    .isEqualTo("rwx------");
            assertThat(script.path()).hasBinaryContent(CONTENT);
            assertThat(script.path().getFileName().toString()).matches("packer-shell\\d+\\.py");
        }
    }

    @Test
    void isGoneWhenClosedAlsoWhenSomebodyElseHasRemovedIt() throws IOException {
        TemporaryScript script = TemporaryScript.write(directory, "", CONTENT);
        TemporaryScript other = TemporaryScript.write(directory, "", CONTENT);
        Files.delete(other.path());

        script.close();
        other.close();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhereItCannotBeWritten() {
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> TemporaryScript.write(nowhere, "", CONTENT))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Error preparing shell script")
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("TMPDIR");
    }
}
