package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    @Test
    void readsTheFilesOfAProcess(@TempDir Path proc) throws Exception {
        Path self = Files.createDirectories(proc.resolve(Long.toString(SELF.pid())));
        Files.write(self.resolve("status"), List.of("VmRSS: 10 kB", "Threads: 3"));
        Files.write(self.resolve("smaps_rollup"), List.of("Pss: 4 kB"));
        ProcessTree tree = new ProcessTree(proc, SELF);

        assertThat(tree.now(true)).isEqualTo(new MemoryUse(1, 3, 10_240, 4_096));
        assertThat(tree.now(false)).isEqualTo(new MemoryUse(1, 3, 10_240, 0));
    }

    @Test
    void leavesOutWhatHasEndedSinceItWasListed(@TempDir Path proc) {
        assertThat(new ProcessTree(proc, SELF).now(true)).isEqualTo(MemoryUse.NONE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void countsTheChildrenOfARealProcess() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "{ echo ready; cat; } | cat; true").start();
        try (BufferedReader output = shell.inputReader()) {
            output.readLine();

            MemoryUse use = new ProcessTree(Path.of("/proc"), shell.toHandle()).now(true);

            assertThat(use.processes()).isGreaterThanOrEqualTo(3);
            assertThat(use.rssBytes()).isGreaterThanOrEqualTo(use.pssBytes());
            assertThat(use.pssBytes()).isPositive();
        } finally {
            shell.getOutputStream().close();
            shell.waitFor();
        }
    }
}
