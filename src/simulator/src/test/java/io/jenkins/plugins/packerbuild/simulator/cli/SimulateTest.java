package io.jenkins.plugins.packerbuild.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the command as its user does: as a process. */
class SimulateTest {

    @BeforeEach
    void needsAShell() {
        Assumptions.assumeTrue(Path.of("/bin/sh").toFile().canExecute(), "no /bin/sh here to run as COMMAND");
    }

    @Test
    void exitsWithTheCommandsCodeAfterTheAccount() throws Exception {
        Process process = simulate("--port-base=0", "--", "/bin/sh", "-c", "echo built; exit 7");
        String output = rest(process);

        assertThat(process.waitFor()).isEqualTo(7);
        assertThat(output).containsSubsequence("Simulated clouds: EC2 at", "built", "Left in the clouds: none");
    }

    @Test
    void givesTheCommandTheSignalAndTimeToCleanUp() throws Exception {
        String script = "trap 'sleep 1; echo cleaned up; exit 3' TERM; echo ready; while :; do sleep 0.1; done";
        Process process = simulate("--port-base=0", "--", "/bin/sh", "-c", script);
        BufferedReader reader = reader(process);
        while (!"ready".equals(reader.readLine())) {
            assertThat(process.isAlive()).isTrue();
        }
        process.toHandle().destroy();
        String output = reader.lines().collect(Collectors.joining("\n"));

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(output).containsSubsequence("cleaned up", "Left in the clouds: none");
    }

    @Test
    void saysWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process process = simulate("--port-base=" + taken.getLocalPort(), "--", "true");
            String output = rest(process);

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(output).startsWith("Could not start the simulator: port " + taken.getLocalPort() + " ");
            assertThat(output.lines()).hasSize(1);
        }
    }

    @Test
    void saysWhatAFaultLooksLike() throws Exception {
        Process process = simulate("--fault=ec2:RunInstances:rain");

        assertThat(rest(process)).startsWith("'rain' is not a fault. Choose one of throttle, error, drop,");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static Process simulate(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Simulate.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String rest(Process process) {
        return reader(process).lines().collect(Collectors.joining("\n"));
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
