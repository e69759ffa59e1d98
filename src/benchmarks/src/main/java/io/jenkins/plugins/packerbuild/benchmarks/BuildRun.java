package io.jenkins.plugins.packerbuild.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One program's build as a process of its own.
 *
 * @param command the program and its arguments
 * @param scratch its current directory
 * @param log gets all of its output
 */
record BuildRun(List<String> command, Map<String, String> environment, Path scratch, Path log) {

    BuildRun {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * What a run has taken.
     *
     * @param startNanos the {@link System#nanoTime()} just before the process was started
     * @param wallClock from then on to its end
     * @param peak of the whole process tree
     */
    record Outcome(int exitCode, long startNanos, Duration wallClock, MemoryUse peak) {}

    /** Runs it to its end. Interrupted, it asks the process to stop, as a terminal would, and waits for it. */
    Outcome run() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(scratch.toFile()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        try (TreeSampler sampler = TreeSampler.start(new ProcessTree(Path.of("/proc"), process.toHandle()))) {
            int exitCode = process.waitFor();
            return new Outcome(exitCode, start, Duration.ofNanos(System.nanoTime() - start), sampler.peak());
        } finally {
            process.destroy();
        }
    }
}
