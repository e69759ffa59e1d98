package io.jenkins.plugins.packerbuild.benchmarks;

import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import io.jenkins.plugins.packerbuild.simulator.ssh.HostSettings;
import io.jenkins.plugins.packerbuild.simulator.ssh.SshMachineHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A machine that lets nobody in, and a template for it with a key of ours. */
record StrangersMachine(SshMachineHost host, Path template) implements AutoCloseable {

    private static final String TEMPLATE = """
            {"builders": [{"type": "null", "ssh_host": "%s", "ssh_port": %d, "ssh_username": "ubuntu",
                           "ssh_private_key_file": "%s", "ssh_timeout": "5s"}],
             "provisioners": [{"type": "shell", "inline": ["true"]}]}
            """;

    static StrangersMachine boot(Path scratch) throws IOException, InterruptedException {
        Path key = scratch.resolve("key");
        new ProcessBuilder("ssh-keygen", "-q", "-t", "rsa", "-m", "PEM", "-N", "", "-f", key.toString())
                .inheritIO()
                .start()
                .waitFor();
        SshMachineHost host = SshMachineHost.open(HostSettings.of(0, 1, scratch.resolve("strangers")));
        Machine machine = host.boot(
                new MachineSpec("stranger", List.of(), Optional.empty(), Set.of("ubuntu"), DiskImage.stock(), ""));
        machine.acceptConnections();
        Path template = scratch.resolve("stranger.json");
        Files.writeString(template, TEMPLATE.formatted(machine.address(), host.sshPort(), key));
        return new StrangersMachine(host, template);
    }

    @Override
    public void close() {
        host.close();
    }
}
