package io.jenkins.plugins.packerbuild.simulator.ssh;

import io.jenkins.plugins.packerbuild.simulator.jail.Jails;
import io.jenkins.plugins.packerbuild.simulator.jail.MachineRoot;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineHost;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs machines that are directories with a jail and are reached by SSH. One server, with a handful of threads, listens
 * on the addresses of all machines; a running command costs three more. Safe for use by several threads at once.
 */
public final class SshMachineHost implements MachineHost {

    private final HostSettings settings;
    private final Jails jails;
    private final MachineServer server;
    private final ExecutorService threads;
    private final MachineDirectory machines = new MachineDirectory();
    private final AddressPool addresses = new AddressPool();
    private final AtomicInteger numbers = new AtomicInteger();

    private SshMachineHost(HostSettings settings, Jails jails, ExecutorService threads) {
        this.settings = settings;
        this.jails = jails;
        this.threads = threads;
        this.server = MachineServer.create(machines, threads);
    }

    /**
     * Finds the jail that works here and takes the port.
     *
     * @throws IOException if no jail works, the port is taken, or the directory cannot be written
     */
    public static SshMachineHost open(HostSettings settings) throws IOException {
        Jails jails = Jails.open(settings.work(), settings.sleepFactor(), settings.jails());
        ExecutorService threads = Executors.newCachedThreadPool(SshMachineHost::thread);
        SshMachineHost host = new SshMachineHost(settings, jails, threads);
        try {
            host.server.open(settings.addressPerMachine() ? AddressPool.RESERVED : "127.0.0.1", settings.sshPort());
            return host;
        } catch (IOException | RuntimeException e) {
            threads.shutdown();
            jails.deleteAll();
            throw e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "machine", 128 * 1024);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public int sshPort() {
        return server.getPort();
    }

    @Override
    public Machine boot(MachineSpec spec) {
        try {
            MachineRoot root = jails.createRoot(diskFor(spec), spec.disk().files());
            Logins logins = Logins.create(spec, root);
            SimulatedMachine machine = new SimulatedMachine(
                    this, settings.addressPerMachine() ? addresses.take() : "127.0.0.1", root, logins);
            machines.add(machine);
            return machine;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not boot machine '" + spec.machineId() + "'", e);
        }
    }

    private Path diskFor(MachineSpec spec) {
        String name = spec.machineId().replaceAll("[^A-Za-z0-9-]", "-");
        return settings.work()
                .resolve("machines")
                .resolve(numbers.incrementAndGet() + "")
                .resolve(name);
    }

    Jails jails() {
        return jails;
    }

    ExecutorService threads() {
        return threads;
    }

    /** Lets connections to the machine in. */
    void connect(SimulatedMachine machine) throws IOException {
        if (settings.addressPerMachine()) {
            server.listen(machine.address());
        }
    }

    /** Refuses new connections to the machine and drops those that there are. */
    void disconnect(SimulatedMachine machine) {
        if (settings.addressPerMachine()) {
            server.unlisten(machine.address());
        }
        server.drop(session -> machines.of(session).filter(machine::equals).isPresent());
    }

    DiskImage snapshot(SimulatedMachine machine) throws IOException {
        Path image = settings.work().resolve("images").resolve(numbers.incrementAndGet() + "");
        machine.root().snapshotTo(image);
        return DiskImage.of(image);
    }

    void forget(SimulatedMachine machine) throws IOException {
        machines.remove(machine);
        if (settings.addressPerMachine()) {
            addresses.giveBack(machine.address());
        }
        machine.root().delete();
    }

    @Override
    public void close() {
        machines.all().forEach(Machine::destroy);
        try {
            server.stop(true);
            jails.deleteAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not stop the machines", e);
        } finally {
            threads.shutdown();
        }
    }
}
