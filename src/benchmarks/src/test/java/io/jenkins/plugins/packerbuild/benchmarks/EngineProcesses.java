package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs our launcher with the variables of simulated clouds. Closing it ends the clouds and whatever still runs. */
final class EngineProcesses implements AutoCloseable {

    private final MeasuredClouds clouds;
    private final Path scratch;
    private final List<Process> started = new ArrayList<>();

    private EngineProcesses(MeasuredClouds clouds, Path scratch) {
        this.clouds = clouds;
        this.scratch = scratch;
    }

    static EngineProcesses with(SimulatorOptions options, Path scratch) throws IOException {
        MeasuredClouds clouds = MeasuredClouds.start(options, scratch);
        clouds.writeVarFile(Checkout.SIMULATOR_VARIABLES, scratch.resolve("variables.json"));
        return new EngineProcesses(clouds, Files.createDirectories(scratch.resolve("work")));
    }

    SimulatedClouds clouds() {
        return clouds.clouds();
    }

    /** Runs a command to its end. */
    Ended run(String command, String... arguments) throws IOException, InterruptedException {
        return start(command, arguments).awaitEnd();
    }

    /** Starts a command, with the var-file before its other arguments. */
    Running start(String command, String... arguments) throws IOException {
        Path variables = scratch.resolveSibling("variables.json");
        List<String> line =
                new ArrayList<>(List.of(Program.OURS.executable(Checkout.ROOT), command, "-var-file=" + variables));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(scratch.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(Program.environment(scratch));
        Process process = builder.start();
        process.getOutputStream().close();
        started.add(process);
        return new Running(process, process.inputReader(), new StringBuilder());
    }

    /**
     * A command that has been started, and what has been read of its output so far. To signal it, use the process's
     * handle: {@link Process#destroy()} also closes the output.
     */
    record Running(Process process, BufferedReader reader, StringBuilder output) {

        /** Reads until a line has the text in it. */
        void awaitOutput(String text) throws IOException {
            String line;
            do {
                line = reader.readLine();
                if (line == null) {
                    throw new AssertionError("ended without '" + text + "':\n" + output);
                }
                output.append(line).append('\n');
            } while (!line.contains(text));
        }

        /** Reads to the end. */
        Ended awaitEnd() throws IOException, InterruptedException {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.append(line).append('\n');
            }
            return new Ended(process.waitFor(), output.toString());
        }
    }

    /** A command that has ended. */
    record Ended(int exitCode, String output) {}

    @Override
    public void close() throws IOException {
        started.forEach(Process::destroyForcibly);
        clouds.close();
    }
}
