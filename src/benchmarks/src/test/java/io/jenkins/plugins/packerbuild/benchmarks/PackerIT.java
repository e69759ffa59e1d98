package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's packer on the example, in simulated clouds: what we claim to be like is held to the same files. */
class PackerIT {

    private static final double FACTOR = 100;

    @TempDir
    Path scratch;

    @BeforeAll
    static void needsPacker() {
        Checkout.needs("packer");
    }

    @Test
    void validatesTheExample() throws Exception {
        Path log = scratch.resolve("log.txt");
        List<String> command =
                List.of("packer", "validate", "-var-file=" + Checkout.SIMULATOR_VARIABLES, Checkout.EXAMPLE.toString());

        BuildRun.Outcome outcome = new BuildRun(command, Program.environment(scratch), scratch, log).run();

        assertThat(outcome.exitCode()).as(Files.readString(log)).isZero();
    }

    @Test
    void buildsTheExample() throws Exception {
        Path log = scratch.resolve("log.txt");
        Path variables = scratch.resolve("variables.json");
        Map<String, String> environment = new HashMap<>(Program.environment(scratch));
        environment.put("AWS_POLL_DELAY_SECONDS", "1");
        try (MeasuredClouds clouds = MeasuredClouds.start(SimulatorOptions.ofFactor(FACTOR), scratch)) {
            clouds.writeVarFile(Checkout.SIMULATOR_VARIABLES, variables);
            List<String> command = Program.PACKER.build(Checkout.ROOT, variables, Checkout.EXAMPLE);

            BuildRun.Outcome outcome = new BuildRun(command, environment, scratch, log).run();

            assertThat(outcome.exitCode()).as(Files.readString(log)).isZero();
            assertThat(clouds.clouds().images()).hasSize(2);
            assertThat(clouds.clouds().leftovers()).isEmpty();
        }
    }
}
