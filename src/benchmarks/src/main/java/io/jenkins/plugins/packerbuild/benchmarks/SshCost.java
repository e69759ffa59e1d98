package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import io.jenkins.plugins.packerbuild.simulator.ssh.HostSettings;
import io.jenkins.plugins.packerbuild.simulator.ssh.SshMachineHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures what the simulated machines take to run the script of the measured builds for OpenSSH's plain {@code ssh}. */
final class SshCost {

    private static final String LOGIN = "ubuntu";

    private final Path scratch;
    private final Path key;

    private SshCost(Path scratch, Path key) {
        this.scratch = scratch;
        this.key = key;
    }

    /** Makes the key with which it logs in. */
    static SshCost in(Path scratch) throws IOException, InterruptedException {
        Path key = scratch.resolve("id_ed25519");
        String[] keygen = {"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()};
        if (new ProcessBuilder(keygen).inheritIO().start().waitFor() != 0) {
            throw new IOException("ssh-keygen could not write " + key);
        }
        Files.write(scratch.resolve("script"), TemplateWriter.SCRIPT);
        return new SshCost(scratch, key);
    }

    /**
     * How long it takes on so many machines at once, all started together, to the end of the last one. Done twice: the
     * first time warms up the simulator, the second counts.
     */
    Duration measure(int machines) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(scratch, "machines");
        try (SshMachineHost host = SshMachineHost.open(HostSettings.of(0, 1, work))) {
            List<Machine> booted = new ArrayList<>();
            for (int i = 0; i < machines; i++) {
                booted.add(boot(host, "machine-" + i));
            }
            runOnAll(host, booted);
            return runOnAll(host, booted);
        }
    }

    private Machine boot(SshMachineHost host, String id) throws IOException {
        List<String> keys = Files.readAllLines(Path.of(key + ".pub"));
        MachineSpec spec = new MachineSpec(id, keys, Optional.empty(), Set.of(LOGIN), DiskImage.stock(), "");
        Machine machine = host.boot(spec);
        machine.acceptConnections();
        return machine;
    }

    private Duration runOnAll(SshMachineHost host, List<Machine> machines) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Process> running = new ArrayList<>();
        for (Machine machine : machines) {
            running.add(ssh(machine.address(), host.sshPort()).start());
        }
        for (Process ssh : running) {
            if (ssh.waitFor() != 0) {
                throw new IOException("ssh could not run the script on a simulated machine");
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private ProcessBuilder ssh(String address, int port) {
        String[] options = {
            "-F/dev/null",
            "-oBatchMode=yes",
            "-oStrictHostKeyChecking=no",
            "-oUserKnownHostsFile=/dev/null",
            "-oLogLevel=ERROR",
            "-i" + key,
            "-p" + port
        };
        List<String> command = new ArrayList<>(List.of("ssh"));
        command.addAll(List.of(options));
        command.addAll(List.of(LOGIN + "@" + address, "sh -s"));
        return new ProcessBuilder(command)
                .redirectInput(scratch.resolve("script").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
