package io.jenkins.plugins.packerbuild.simulator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.jail.JailMode;
import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines of a computer that has neither bwrap nor unshare, and perhaps only one loopback address. */
class HostWithoutJailTest {

    private static final String EXAMPLE =
            "#!/bin/sh -e\nsleep 30\nsudo apt-get update\nsudo apt-get install -y redis-server\n";

    @TempDir
    Path work;

    private OpenSsh keys;
    private String key;

    @BeforeEach
    void makeKey() throws Exception {
        OpenSsh.assumeInstalled();
        keys = new OpenSsh(work, 0);
        key = keys.newKey("key", "-t", "ed25519");
    }

    @Test
    void runsTheScriptOfTheExampleAndNoOther() throws Exception {
        try (SshMachineHost host = SshMachineHost.open(settings().withJails(List.of(JailMode.KNOWN_SCRIPTS)))) {
            Machine machine = boot(host, "i-1", key);
            OpenSsh client = new OpenSsh(work, host.sshPort());
            String target = "ubuntu@" + machine.address();

            OpenSsh.Said upload = upload(client, target, EXAMPLE);
            OpenSsh.Said known = client.ssh("key", target, run());
            upload(client, target, EXAMPLE + "echo x >/etc/x\n");
            OpenSsh.Said changed = client.ssh("key", target, run());
            OpenSsh.Said other = client.ssh("key", target, "echo x >/etc/x");

            assertThat(upload.code()).as(upload.err()).isZero();
            assertThat(known.code()).as(known.err()).isZero();
            assertThat(known.out()).contains("Setting up redis-server");
            assertThat(machine.snapshot().find("/usr/bin/redis-server")).isPresent();
            assertThat(List.of(changed.code(), other.code())).containsExactly(126, 126);
            assertThat(changed.err()).contains("The simulator did not run this: script with SHA-256 ");
            assertThat(other.err()).contains("The simulator did not run this: a command of its own.");
            assertThat(Path.of("/etc/x")).doesNotExist();
        }
    }

    @Test
    void runsAKnownScriptThatComesOnTheStandardInput() throws Exception {
        try (SshMachineHost host = SshMachineHost.open(settings().withJails(List.of(JailMode.KNOWN_SCRIPTS)))) {
            Machine machine = boot(host, "i-1", key);
            OpenSsh client = new OpenSsh(work, host.sshPort());
            String line =
                    "exec sh -c '{ ( umask 077; cat >/tmp/s ) && chmod 0755 /tmp/s; }; ( /tmp/s ) </dev/null; rc=$?; rm -f /tmp/s; exit $rc'";

            OpenSsh.Said known = client.sshWithInput(EXAMPLE, "key", "ubuntu@" + machine.address(), line);
            OpenSsh.Said other = client.sshWithInput("exit 0\n", "key", "ubuntu@" + machine.address(), line);

            assertThat(known.code()).as(known.err()).isZero();
            assertThat(known.out()).contains("Setting up redis-server");
            assertThat(other.code()).isEqualTo(126);
        }
    }

    @Test
    void runsAnythingWhereItWasAllowed() throws Exception {
        try (SshMachineHost host = SshMachineHost.open(settings().withJails(List.of(JailMode.HOST_SCRIPTS)))) {
            Machine machine = boot(host, "i-1", key);

            OpenSsh.Said said = new OpenSsh(work, host.sshPort())
                    .ssh("key", "ubuntu@" + machine.address(), "echo x >/tmp/x; cat /tmp/x; exit 3");

            assertThat(said.out()).isEqualTo("x\n");
            assertThat(said.code()).isEqualTo(3);
            assertThat(machine.snapshot().find("/tmp/x")).isPresent();
        }
    }

    @Test
    void tellsMachinesByTheirKeysWhereTheyShareOneListener() throws Exception {
        try (SshMachineHost host = SshMachineHost.open(settings().withOneListener())) {
            String otherKey = keys.newKey("other", "-t", "rsa", "-b", "2048");
            OpenSsh client = new OpenSsh(work, host.sshPort());
            Machine first = boot(host, "i-1", key);
            Machine second = boot(host, "i-2", otherKey);

            Path file = Files.writeString(work.resolve("for-second"), "2");
            client.scp("other", file.toString(), "ubuntu@127.0.0.1:/tmp/");
            client.sftp("put " + work.resolve("key.pub") + " /tmp/for-first\n", "key", "ubuntu@127.0.0.1");

            assertThat(first.address()).isEqualTo(second.address()).isEqualTo("127.0.0.1");
            assertThat(first.snapshot().find("/tmp/for-first")).isPresent();
            assertThat(first.snapshot().find("/tmp/for-second")).isEmpty();
            assertThat(second.snapshot().find("/tmp/for-second")).isPresent();
            second.destroy();
            assertThat(client.ssh("other", "ubuntu@127.0.0.1", "true").err()).contains("Permission denied");
        }
    }

    private HostSettings settings() {
        return HostSettings.of(0, 100, work.resolve("host"));
    }

    private OpenSsh.Said upload(OpenSsh client, String target, String script) throws Exception {
        Path file = Files.writeString(work.resolve("script"), script);
        return client.scp("key", "-O", file.toString(), target + ":/tmp/script_1.sh");
    }

    private static String run() {
        return "chmod +x /tmp/script_1.sh; PACKER_BUILDER_TYPE='null' PACKER_BUILD_NAME='null' /tmp/script_1.sh";
    }

    private static Machine boot(SshMachineHost host, String id, String authorized) {
        Machine machine = host.boot(
                new MachineSpec(id, List.of(authorized), Optional.empty(), Set.of("ubuntu"), DiskImage.stock(), ""));
        machine.acceptConnections();
        return machine;
    }
}
