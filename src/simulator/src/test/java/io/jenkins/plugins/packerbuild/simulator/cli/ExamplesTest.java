package io.jenkins.plugins.packerbuild.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import io.jenkins.plugins.packerbuild.simulator.machine.MemoryMachines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("project.root", "../.."), "docs", "examples");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void theVarFileHasTheFixedPortsAndOtherwiseWhatIsWritten() throws IOException {
        Path written = directory.resolve("vars.json");
        try (SimulatedClouds clouds = SimulatedClouds.start(SimulatorOptions.ofFactor(1), new MemoryMachines())) {
            VarFile.of(clouds, List.of(), List.of()).write(written);
        }

        Map<String, String> example = read(EXAMPLES.resolve("simulator.json"));
        Map<String, String> fresh = read(written);
        assertThat(example)
                .containsEntry("aws_endpoint", "http://127.0.0.1:" + SimulatorOptions.Ports.FIXED.ec2())
                .containsEntry("do_endpoint", "http://127.0.0.1:" + SimulatorOptions.Ports.FIXED.digitalOcean())
                .containsEntry("ssh_port", Integer.toString(SimulatorOptions.Ports.FIXED.ssh()));
        List.of("aws_endpoint", "do_endpoint", "ssh_port").forEach(name -> fresh.put(name, example.get(name)));
        assertThat(fresh).isEqualTo(example);
    }

    @Test
    void theTemplateDefaultsToTheRealClouds() throws IOException {
        JsonNode variables =
                MAPPER.readTree(EXAMPLES.resolve("example.json").toFile()).path("variables");

        assertThat(variables.path("aws_endpoint").asText("?")).isEmpty();
        assertThat(variables.path("do_endpoint").asText("?")).isEmpty();
        assertThat(variables.path("ssh_port").asText()).isEqualTo("22");
    }

    @Test
    void debiansPackerTakesTheSameFiles() throws Exception {
        Path packer = Path.of("/usr/bin/packer");
        boolean required = System.getProperty("peers", "auto").equals("required");
        Assumptions.assumeTrue(
                required || Files.isExecutable(packer),
                "Debian's packer is not installed; nothing was validated by it.");
        ProcessBuilder builder = new ProcessBuilder(
                packer.toString(),
                "validate",
                "-var-file=" + EXAMPLES.resolve("simulator.json").toAbsolutePath(),
                EXAMPLES.resolve("example.json").toAbsolutePath().toString());
        builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .environment()
                .put("CHECKPOINT_DISABLE", "1");

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        MAPPER.readTree(file.toFile())
                .properties()
                .forEach(it -> values.put(it.getKey(), it.getValue().asText()));
        return values;
    }
}
