package io.jenkins.plugins.packerbuild.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What a process tree uses at one moment, or at most over a run.
 *
 * @param processes how many there are
 * @param threads of all of them
 * @param rssBytes resident memory, pages that several processes share counted in each
 * @param pssBytes resident memory, shared pages divided among those who share them; 0 where it was not read
 */
record MemoryUse(int processes, int threads, long rssBytes, long pssBytes) {

    static final MemoryUse NONE = new MemoryUse(0, 0, 0, 0);

    private static final long KIBIBYTE = 1024;

    /** Reads {@code /proc/PID/status}; a process that has just ended has neither memory nor threads in it. */
    static MemoryUse fromStatus(List<String> lines) {
        return new MemoryUse(1, (int) field(lines, "Threads:"), field(lines, "VmRSS:") * KIBIBYTE, 0);
    }

    /** Reads the {@code Pss} line of {@code /proc/PID/smaps_rollup}, in bytes. */
    static long pssBytes(List<String> lines) {
        return field(lines, "Pss:") * KIBIBYTE;
    }

    private static long field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line -> Arrays.stream(
                                line.substring(name.length()).strip().split("\\s+"))
                        .limit(1))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** Both together. */
    MemoryUse plus(MemoryUse other) {
        return new MemoryUse(
                processes + other.processes,
                threads + other.threads,
                rssBytes + other.rssBytes,
                pssBytes + other.pssBytes);
    }

    /** The larger of each figure. */
    MemoryUse peak(MemoryUse other) {
        return new MemoryUse(
                Math.max(processes, other.processes),
                Math.max(threads, other.threads),
                Math.max(rssBytes, other.rssBytes),
                Math.max(pssBytes, other.pssBytes));
    }

    /** The same with another PSS. */
    MemoryUse withPss(long bytes) {
        return new MemoryUse(processes, threads, rssBytes, bytes);
    }
}
