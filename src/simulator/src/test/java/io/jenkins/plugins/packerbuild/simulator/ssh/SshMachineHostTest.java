package io.jenkins.plugins.packerbuild.simulator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.machine.DiskImage;
import io.jenkins.plugins.packerbuild.simulator.machine.Machine;
import io.jenkins.plugins.packerbuild.simulator.machine.MachineSpec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine as OpenSSH's own clients see it. */
class SshMachineHostTest {

    @TempDir
    static Path shared;

    private static SshMachineHost host;
    private static OpenSsh client;
    private static String key;

    @TempDir
    Path work;

    private Machine machine;
    private String target;

    @BeforeAll
    static void open() throws Exception {
        OpenSsh.assumeInstalled();
        host = SshMachineHost.open(HostSettings.of(0, 100, shared.resolve("host")));
        client = new OpenSsh(shared, host.sshPort());
        key = client.newKey("key", "-t", "ed25519");
        client.newKey("stranger", "-t", "ed25519");
    }

    @AfterAll
    static void close() {
        if (host != null) {
            host.close();
        }
    }

    @BeforeEach
    void boot() {
        machine = host.boot(spec("i-1", DiskImage.stock(), key));
        machine.acceptConnections();
        target = "ubuntu@" + machine.address();
    }

    @AfterEach
    void destroy() {
        machine.destroy();
    }

    @Test
    void runsACommandAndKeepsItsStreamsAndItsExitStatusApart() throws Exception {
        OpenSsh.Said said = client.ssh("key", target, "echo out; echo err >&2; echo $USER $HOME; pwd; exit 3");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).isEqualTo("out\nubuntu /home/ubuntu\n/home/ubuntu\n");
        assertThat(said.err()).isEqualTo("err\n");
    }

    @Test
    void refusesAnUnknownKeyAndAnUnknownLogin() throws Exception {
        assertThat(client.ssh("stranger", target, "true").err()).contains("Permission denied");
        assertThat(client.ssh("key", "oracle@" + machine.address(), "true").err())
                .contains("Permission denied");
    }

    @Test
    void acceptsAnRsaKeyWithOldAndNewSignatures() throws Exception {
        String rsa = client.newKey("rsa", "-t", "rsa", "-b", "2048");
        Machine other = host.boot(spec("i-2", DiskImage.stock(), rsa));
        other.acceptConnections();
        String there = "ubuntu@" + other.address();

        for (String algorithm : List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa")) {
            OpenSsh.Said said =
                    client.ssh("rsa", there, "-oPubkeyAcceptedAlgorithms=" + algorithm, "echo " + algorithm);
            assertThat(said.out()).as(said.err()).isEqualTo(algorithm + "\n");
        }
        other.destroy();
    }

    @Test
    void locksOutAKeyThatAScriptRemoved() throws Exception {
        client.ssh("key", target, "rm .ssh/authorized_keys");

        assertThat(client.ssh("key", target, "true").err()).contains("Permission denied");
    }

    @Test
    void givesAScriptItsStandardInputToTheEnd() throws Exception {
        String script = "echo first\n".repeat(20_000) + "exit 7\n";

        OpenSsh.Said said =
                client.sshWithInput(script, "key", target, "cat >/tmp/s; sh /tmp/s | wc -l; exec sh /tmp/s >/dev/null");

        assertThat(said.out().strip()).isEqualTo("20000");
        assertThat(said.code()).isEqualTo(7);
    }

    @Test
    void tellsTheClientOfASignal() throws Exception {
        OpenSsh.Said said = client.ssh("key", target, "-v", "-oLogLevel=DEBUG1", "kill -KILL $$");

        assertThat(said.code()).isEqualTo(255);
        assertThat(said.err()).contains("exit-signal");
    }

    @Test
    void killsAProcessGroupFromASecondChannel() throws Exception {
        Process first = client.start("key", target, "setsid -w sh -c 'echo $$; /.host/usr/bin/sleep 1000'");
        String group = firstLine(first);

        OpenSsh.Said kill = client.ssh("key", target, "kill -s TERM -- -" + group);

        assertThat(kill.code()).as(kill.err()).isZero();
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isNotZero();
    }

    @Test
    void keepsAProcessWhenItsClientGoes() throws Exception {
        Process first = client.start("key", target, "echo $$; exec /.host/usr/bin/sleep 1000");
        String process = firstLine(first);

        first.destroyForcibly().waitFor();

        assertThat(client.ssh("key", target, "kill -0 " + process).code()).isZero();
    }

    @Test
    void holdsTheChannelOpenForADaemonThatHasItsOutput() throws Exception {
        OpenSsh.Said said = client.ssh("key", target, "(sleep 30; echo late) & echo early; exit 4");

        assertThat(said.out()).isEqualTo("early\nlate\n");
        assertThat(said.code()).isEqualTo(4);
    }

    @Test
    void servesATerminal() throws Exception {
        OpenSsh.Said said =
                client.ssh("key", target, "-tt", "tty; stty -a | head -1; test -t 2 && echo err is terminal; exit 5");

        assertThat(said.out()).contains("/dev/pts/").contains("err is terminal\r\n");
        assertThat(said.code()).isEqualTo(5);
    }

    @Test
    void hangsUpATerminalWhenItsClientGoes() throws Exception {
        Process first = client.start(
                "key",
                target,
                "-tt",
                "trap 'echo gone >/tmp/hup; exit' HUP; echo ready; while :; do /.host/usr/bin/sleep 0.05; done");
        assertThat(firstLine(first)).startsWith("ready");

        first.destroyForcibly().waitFor();

        eventually(() -> client.ssh("key", target, "cat /tmp/hup").out().equals("gone\n"));
    }

    @Test
    void servesAShell() throws Exception {
        OpenSsh.Said said = client.sshWithInput("echo from the shell\nexit 6\n", "key", target);

        assertThat(said.out()).contains("from the shell");
        assertThat(said.code()).isEqualTo(6);
    }

    @Test
    void takesFilesAndTreesByScpInBothProtocols() throws Exception {
        Path file = Files.writeString(work.resolve("a file"), "content");
        Path tree = Files.createDirectories(work.resolve("tree/deep/deeper"));
        Files.writeString(tree.resolve("leaf"), "leaf");

        for (String protocol : List.of("-O", "-s")) {
            String to = "/tmp/to" + protocol;
            client.ssh("key", target, "mkdir " + to);
            OpenSsh.Said one = client.scp("key", protocol, file.toString(), target + ":" + to + "/b");
            OpenSsh.Said many =
                    client.scp("key", protocol, "-r", work.resolve("tree").toString(), target + ":" + to);
            OpenSsh.Said back = client.scp(
                    "key",
                    protocol,
                    target + ":" + to + "/b",
                    work.resolve("back" + protocol).toString());

            assertThat(one.code() + many.code() + back.code())
                    .as(one.err() + many.err() + back.err())
                    .isZero();
            assertThat(client.ssh("key", target, "cat " + to + "/b " + to + "/tree/deep/deeper/leaf")
                            .out())
                    .isEqualTo("contentleaf");
            assertThat(work.resolve("back" + protocol)).hasContent("content");
        }
    }

    @Test
    void takesFilesBySftpInTheHomeDirectory() throws Exception {
        Path file = Files.writeString(work.resolve("script"), "#!/bin/sh\necho ran\n");

        OpenSsh.Said said =
                client.sftp("put " + file + "\nchmod 755 script\nmkdir d\nput " + file + " d/s\n", "key", target);

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(client.ssh("key", target, "./script; ls d").out()).isEqualTo("ran\ns\n");
    }

    @Test
    void followsALinkOfTheMachineOnItsDiskOnly() throws Exception {
        Path real = Files.writeString(work.resolve("real"), "real");
        client.ssh("key", target, "ln -s %s /tmp/link; ln -s / /tmp/root; echo disk >/etc/marker".formatted(real));

        OpenSsh.Said outside =
                client.scp("key", target + ":/tmp/link", work.resolve("stolen").toString());
        OpenSsh.Said inside = client.scp(
                "key", target + ":/tmp/root/etc/marker", work.resolve("marker").toString());

        assertThat(outside.code()).isNotZero();
        assertThat(work.resolve("stolen")).doesNotExist();
        assertThat(inside.code()).as(inside.err()).isZero();
        assertThat(work.resolve("marker")).hasContent("disk");
    }

    @Test
    void bootsFromAnImageThatHasWhatAScriptInstalled() throws Exception {
        client.ssh(
                "key", target, "sleep 30; sudo apt-get update; sudo apt-get install -y redis-server; echo x >/etc/x");
        machine.stop();
        DiskImage image = machine.snapshot();
        machine.destroy();

        Machine second = host.boot(spec("i-2", image, key));
        second.acceptConnections();

        assertThat(image.find("/usr/bin/redis-server")).isPresent();
        assertThat(image.find("/etc/x")).isPresent();
        assertThat(Path.of("/etc/x")).doesNotExist();
        assertThat(client.ssh("key", "ubuntu@" + second.address(), "redis-server")
                        .out())
                .contains("redis-server");
        second.destroy();
    }

    @Test
    void refusesConnectionsBeforeAndAfterItsTime() throws Exception {
        Machine late = host.boot(spec("i-2", DiskImage.stock(), key));
        assertThat(accepts(late)).isFalse();

        late.acceptConnections();
        assertThat(accepts(late)).isTrue();

        late.stop();
        assertThat(accepts(late)).isFalse();
        late.destroy();
    }

    @Test
    void dropsItsConnectionsAtAReboot() throws Exception {
        OpenSsh.Said said = client.ssh("key", target, "echo kept >/etc/kept; sudo reboot");

        assertThat(said.code()).isEqualTo(255);
        eventually(() -> client.ssh("key", target, "cat /etc/kept").out().equals("kept\n"));
    }

    @Test
    void takesAPasswordWhereTheMachineHasOne() throws Exception {
        MachineSpec spec =
                new MachineSpec("i-3", List.of(), Optional.of("opensesame"), Set.of("root"), DiskImage.stock(), "");
        Machine other = host.boot(spec);
        other.acceptConnections();

        try (SshClient mina = SshClient.setUpDefaultClient()) {
            mina.start();
            assertThat(logsIn(mina, other, "opensesame")).isTrue();
            assertThat(logsIn(mina, other, "guess")).isFalse();
        }
        other.destroy();
    }

    @Test
    void runsAScriptOfItsUserData() throws Exception {
        Machine other = host.boot(new MachineSpec(
                "i-3",
                List.of(key),
                Optional.empty(),
                Set.of("ubuntu"),
                DiskImage.stock(),
                "#!/bin/sh\necho set up by $USER >/etc/motd\n"));
        other.acceptConnections();

        eventually(() -> client.ssh("key", "ubuntu@" + other.address(), "cat /etc/motd")
                .out()
                .equals("set up by root\n"));
        other.destroy();
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() throws Exception {
        SshMachineHost other = SshMachineHost.open(HostSettings.of(0, 100, work.resolve("host")));
        Machine left = other.boot(spec("i-9", DiskImage.stock(), key));
        left.acceptConnections();
        new OpenSsh(shared, other.sshPort()).ssh("key", "ubuntu@" + left.address(), "mkdir -m 0 /opt/closed; sleep 1");

        other.close();

        assertThat(Files.exists(work.resolve("host"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    private static MachineSpec spec(String id, DiskImage disk, String authorized) {
        return new MachineSpec(id, List.of(authorized), Optional.empty(), Set.of("ubuntu"), disk, "");
    }

    private static boolean logsIn(SshClient mina, Machine machine, String password) throws Exception {
        try (ClientSession session = mina.connect("root", machine.address(), host.sshPort())
                .verify(Duration.ofSeconds(20))
                .getSession()) {
            session.addPasswordIdentity(password);
            return session.auth().await(Duration.ofSeconds(20)) && session.isAuthenticated();
        }
    }

    private static boolean accepts(Machine machine) throws Exception {
        try (Socket socket = new Socket(machine.address(), host.sshPort())) {
            return socket.getInputStream().read() == 'S';
        } catch (ConnectException refused) {
            return false;
        }
    }

    private static String firstLine(Process process) throws Exception {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.call()) {
            assertThat(Instant.now()).as("deadline").isBefore(end);
        }
    }
}
