package io.jenkins.plugins.packerbuild.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process and all that it has started, as {@code /proc} shows them. */
final class ProcessTree {

    private final Path proc;
    private final ProcessHandle root;

    ProcessTree(Path proc, ProcessHandle root) {
        this.proc = proc;
        this.root = root;
    }

    /** What the tree uses now. Reading the PSS makes the kernel walk all pages: not to be done many times a second. */
    MemoryUse now(boolean withPss) {
        return pids().mapToObj(pid -> of(pid, withPss)).reduce(MemoryUse.NONE, MemoryUse::plus);
    }

    private LongStream pids() {
        return Stream.concat(Stream.of(root), root.descendants()).mapToLong(ProcessHandle::pid);
    }

    private MemoryUse of(long pid, boolean withPss) {
        Path directory = proc.resolve(Long.toString(pid));
        List<String> status = lines(directory.resolve("status"));
        if (status.isEmpty()) {
            return MemoryUse.NONE;
        }
        MemoryUse use = MemoryUse.fromStatus(status);
        return withPss ? use.withPss(MemoryUse.pssBytes(lines(directory.resolve("smaps_rollup")))) : use;
    }

    /** Empty for a process that has ended since it was listed. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
