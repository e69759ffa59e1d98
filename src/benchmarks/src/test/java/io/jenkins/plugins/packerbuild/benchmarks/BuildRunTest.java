package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class BuildRunTest {

    @TempDir
    Path scratch;

    @Test
    void runsACommandInItsFolderAndKeepsItsOutput() throws Exception {
        Path log = scratch.resolve("log");
        List<String> command = List.of("sh", "-c", "pwd; echo $GREETING >&2; exit 3");

        BuildRun.Outcome outcome = new BuildRun(command, Map.of("GREETING", "hello"), scratch, log).run();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.wallClock()).isPositive();
        assertThat(Files.readString(log)).isEqualTo(scratch.toRealPath() + "\nhello\n");
    }
}
