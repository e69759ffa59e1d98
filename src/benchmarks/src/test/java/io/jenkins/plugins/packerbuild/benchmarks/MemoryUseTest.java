package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryUseTest {

    @Test
    void readsMemoryAndThreadsOfAProcess() {
        List<String> status = List.of("Name:\tjava", "VmHWM:\t  9000 kB", "VmRSS:\t  2048 kB", "Threads:\t17");

        assertThat(MemoryUse.fromStatus(status)).isEqualTo(new MemoryUse(1, 17, 2 * 1024 * 1024, 0));
    }

    @Test
    void countsAZombieWithoutMemory() {
        assertThat(MemoryUse.fromStatus(List.of("Name:\tsh", "State:\tZ (zombie)", "Threads:\t1")))
                .isEqualTo(new MemoryUse(1, 1, 0, 0));
    }

    @Test
    void readsThePssOfAProcessAndNoneOfItsParts() {
        List<String> rollup = List.of("5581-7ffe ---p 00000000 00:00 0 [rollup]", "Pss_Dirty: 7 kB", "Pss:   512 kB");

        assertThat(MemoryUse.pssBytes(rollup)).isEqualTo(512 * 1024);
    }

    @Test
    void addsUpATreeAndKeepsThePeakOfEachFigure() {
        MemoryUse first = new MemoryUse(1, 10, 100, 50).plus(new MemoryUse(2, 20, 200, 70));

        assertThat(first).isEqualTo(new MemoryUse(3, 30, 300, 120));
        assertThat(first.peak(new MemoryUse(1, 40, 100, 130))).isEqualTo(new MemoryUse(3, 40, 300, 130));
    }
}
