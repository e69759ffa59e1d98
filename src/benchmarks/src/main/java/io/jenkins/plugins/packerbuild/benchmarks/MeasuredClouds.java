package io.jenkins.plugins.packerbuild.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.SimulatedClouds;
import io.jenkins.plugins.packerbuild.simulator.SimulatorOptions;
import io.jenkins.plugins.packerbuild.simulator.ssh.HostSettings;
import io.jenkins.plugins.packerbuild.simulator.ssh.SshMachineHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Simulated clouds for one build, with a relay before EC2 that tells when the first call came. */
final class MeasuredClouds implements AutoCloseable {

    private final SimulatedClouds clouds;
    private final FirstCallRelay relay;

    private MeasuredClouds(SimulatedClouds clouds, FirstCallRelay relay) {
        this.clouds = clouds;
        this.relay = relay;
    }

    /** Starts them on free ports; the machines' disks go below the scratch folder. */
    static MeasuredClouds start(SimulatorOptions options, Path scratch) throws IOException {
        double sleepFactor = options.latencies().factor();
        HostSettings machines = HostSettings.of(0, sleepFactor, scratch.resolve("machines"));
        SimulatedClouds clouds = SimulatedClouds.start(options, SshMachineHost.open(machines));
        try {
            return new MeasuredClouds(clouds, FirstCallRelay.before(clouds.ec2Endpoint()));
        } catch (IOException e) {
            clouds.close();
            throw e;
        }
    }

    /** Writes the example's var-file with the places of these clouds. */
    void writeVarFile(Path example, Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode variables = (ObjectNode) mapper.readTree(example.toFile());
        variables.put("aws_endpoint", relay.uri().toString());
        variables.put("do_endpoint", clouds.digitalOceanEndpoint().toString());
        variables.put("ssh_port", Integer.toString(clouds.sshPort()));
        mapper.writeValue(file.toFile(), variables);
    }

    /** From that {@link System#nanoTime()} to the first call of EC2; empty if there was none. */
    Optional<Duration> firstCallAfter(long startNanos) {
        return relay.firstCallNanos().map(nanos -> Duration.ofNanos(nanos - startNanos));
    }

    SimulatedClouds clouds() {
        return clouds;
    }

    @Override
    public void close() throws IOException {
        relay.close();
        clouds.close();
    }
}
