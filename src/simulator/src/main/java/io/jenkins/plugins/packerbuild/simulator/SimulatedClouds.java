package io.jenkins.plugins.packerbuild.simulator;

import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import io.jenkins.plugins.packerbuild.simulator.account.Inventory;
import io.jenkins.plugins.packerbuild.simulator.digitalocean.DigitalOcean;
import io.jenkins.plugins.packerbuild.simulator.ec2.Ec2;
import io.jenkins.plugins.packerbuild.simulator.fault.Faults;
import io.jenkins.plugins.packerbuild.simulator.http.HttpEndpoint;
import io.jenkins.plugins.packerbuild.simulator.jail.JailMode;
import io.jenkins.plugins.packerbuild.simulator.latency.WallTimeline;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineHost;
import io.jenkins.plugins.packerbuild.simulator.ssh.HostSettings;
import io.jenkins.plugins.packerbuild.simulator.ssh.SshMachineHost;
import io.jenkins.plugins.packerbuild.simulator.world.World;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A running EC2, DigitalOcean and their machines, on loopback. Closing it stops them and forgets everything. Safe for use
 * by several threads at once.
 *
 * <pre>{@code
 * try (SimulatedClouds clouds = SimulatedClouds.start(SimulatorOptions.ofFactor(100))) {
 *     clouds.faults().add(Fault.parse("ec2:RunInstances:capacity"));
 *     // … talk to clouds.ec2Endpoint() …
 *     assertThat(clouds.leftovers()).isEmpty();
 * }
 * }</pre>
 */
public final class SimulatedClouds implements AutoCloseable {

    private final WallTimeline timeline = new WallTimeline();
    private final World world;
    private final Ec2 ec2;
    private final DigitalOcean digitalOcean;
    private final HttpEndpoint ec2Http;
    private final HttpEndpoint digitalOceanHttp;

    private SimulatedClouds(SimulatorOptions options, MachineHost machines) throws IOException {
        world = new World(timeline, options.latencies(), new Faults(), new CallAccount(), machines);
        options.faults().forEach(world.faults()::add);
        ec2 = new Ec2(world, options.acceptedAccessKeys());
        digitalOcean = new DigitalOcean(world, options.acceptedTokens());
        ec2Http = new HttpEndpoint("simulated-ec2", options.ports().ec2(), ec2::answer);
        try {
            digitalOceanHttp =
                    new HttpEndpoint("simulated-digitalocean", options.ports().digitalOcean(), digitalOcean::answer);
        } catch (IOException e) {
            ec2Http.close();
            throw e;
        }
    }

    /**
     * Starts the clouds with machines that are reached by SSH and really run what they are told, in a jail.
     *
     * @throws IOException if a port is in use, naming it, or no jail is to be had
     */
    public static SimulatedClouds start(SimulatorOptions options) throws IOException {
        Path work = Files.createTempDirectory("packer-build-simulator");
        HostSettings settings =
                HostSettings.of(options.ports().ssh(), options.latencies().factor(), work);
        List<JailMode> jails = options.allowHostScripts() ? JailMode.WITH_HOST_SCRIPTS : JailMode.SAFE;
        return start(options, openMachines(settings.withJails(jails)));
    }

    private static MachineHost openMachines(HostSettings settings) throws IOException {
        try {
            return SshMachineHost.open(settings);
        } catch (BindException e) {
            throw new IOException("port " + settings.sshPort() + " for SSH: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the clouds with machines that somebody else runs; they are closed with the clouds, or when these cannot start.
     *
     * @throws IOException if a port is in use, naming it
     */
    public static SimulatedClouds start(SimulatorOptions options, MachineHost machines) throws IOException {
        try {
            return new SimulatedClouds(options, machines);
        } catch (IOException | RuntimeException e) {
            machines.close();
            throw e;
        }
    }

    /** Where EC2, STS and IAM are, as {@code custom_endpoint_ec2} takes it. */
    public URI ec2Endpoint() {
        return ec2Http.uri();
    }

    /** Where DigitalOcean is, as {@code api_url} takes it. */
    public URI digitalOceanEndpoint() {
        return digitalOceanHttp.uri();
    }

    /** The port on which every machine serves SSH. */
    public int sshPort() {
        return world.machines().sshPort();
    }

    /** The account of every call so far. */
    public CallAccount calls() {
        return world.calls();
    }

    /** What goes wrong; faults can be added at any time. */
    public Faults faults() {
        return world.faults();
    }

    /** What exists in all clouds. */
    public Inventory inventory() {
        return ec2.inventory().and(digitalOcean.inventory());
    }

    /** What exists and is no finished image. */
    public List<Inventory.Item> leftovers() {
        return inventory().leftovers();
    }

    /** The finished images. */
    public List<Inventory.Item> images() {
        return inventory().images();
    }

    /** The content of an AMI. */
    public Optional<DiskImage> amiDisk(String region, String imageId) {
        return ec2.disk(region, imageId);
    }

    /** The content of a DigitalOcean snapshot. */
    public Optional<DiskImage> snapshotDisk(long snapshotId) {
        return digitalOcean.disk(snapshotId);
    }

    @Override
    public void close() {
        ec2Http.close();
        digitalOceanHttp.close();
        timeline.close();
        world.machines().close();
    }
}
