package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where builds are measured: each with clouds and a folder of its own, so that two can run at the same time.
 *
 * @param checkout the project's folder, with everything packaged
 * @param scratch for templates, logs and disks
 */
record Bench(Path checkout, Path scratch, Latencies latencies) {

    /** Builds the scenario with the program, and measures it. */
    Measurement measure(Program program, Scenario scenario, Duration ssh) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(scratch, program.label() + "-" + scenario.builders() + "-");
        Path template = new TemplateWriter(example("example.json")).write(scenario, directory);
        Path varFile = directory.resolve("variables.json");
        SimulatorOptions options = SimulatorOptions.ofFactor(latencies.factor()).with(latencies);
        try (MeasuredClouds clouds = MeasuredClouds.start(options, directory)) {
            clouds.writeVarFile(example("simulator.json"), varFile);
            BuildRun.Outcome outcome =
                    run(program, directory, varFile, template).run();
            return new Measurement(
                    program,
                    scenario,
                    CriticalPath.of(scenario, latencies, ssh),
                    outcome,
                    clouds.firstCallAfter(outcome.startNanos()),
                    clouds.clouds().calls().lines(),
                    remains(clouds));
        }
    }

    private BuildRun run(Program program, Path directory, Path varFile, Path template) {
        List<String> command = program.build(checkout, varFile, template);
        return new BuildRun(command, environment(directory), directory, directory.resolve("log.txt"));
    }

    /** Of all builds of a run, so that they find the archive of {@link #warmUp()}, and no other. */
    Map<String, String> environment(Path directory) {
        Map<String, String> environment = new HashMap<>(Program.environment(directory));
        environment.put("XDG_CACHE_HOME", scratch.resolve("cache").toString());
        return environment;
    }

    /** Makes the class-data archive of our engine, as its users are told to do once. */
    void warmUp() throws IOException, InterruptedException {
        Path log = scratch.resolve("warmup.txt");
        List<String> command = List.of(Program.OURS.executable(checkout), "warmup");
        if (new BuildRun(command, environment(scratch), scratch, log).run().exitCode() != 0) {
            throw new IOException("The engine could not be warmed up: see " + log);
        }
    }

    private static Measurement.Remains remains(MeasuredClouds clouds) {
        return new Measurement.Remains(
                clouds.clouds().images().size(), clouds.clouds().leftovers().size());
    }

    private Path example(String name) {
        return checkout.resolve("docs/examples").resolve(name);
    }
}
