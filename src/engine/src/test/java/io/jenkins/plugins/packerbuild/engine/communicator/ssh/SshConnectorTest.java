package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings.Patience;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.RecordingOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.communicator.SshKeyPair;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins, refusals and lost connections, against the real OpenSSH where a server is needed. */
class SshConnectorTest {

    @TempDir
    Path directory;

    private final RecordingListener listener = new RecordingListener();
    private final RecordingOutput output = new RecordingOutput();

    @Test
    void logsInWithAFreshEd25519KeyAndSaysSo() {
        try (OpenSshServer server = server();
                Communicator communicator = connect(SshTargets.of(server))) {
            communicator.run(new Command("echo in"), output, new Cancellation());
        }

        assertThat(output.out()).containsExactly("in");
        assertThat(listener.said())
                .containsExactly(
                        "say: Using ssh communicator to connect: 127.0.0.1",
                        "say: Waiting for SSH to become available...",
                        "say: Connected to SSH!");
    }

    @Test
    void logsInWithEveryFormOfKey() throws IOException {
        try (OpenSshServer server = server()) {
            for (Path key : everyForm()) {
                server.authorize(publicLine(key));
                Authentication byKey = Authentication.byKey(Secret.of(Files.readString(key)));
                connect(SshTargets.of(server.port(), byKey, SshTargets.PATIENCE, false))
                        .close();
            }
        }

        assertThat(listener.said()).filteredOn("say: Connected to SSH!"::equals).hasSize(6);
    }

    @Test
    void saysInPackersWordsThatTheLoginWasRefused() {
        VirtualClock clock = new VirtualClock();
        Authentication stranger =
                Authentication.byKey(SshKeyPair.generate("stranger").privateKey());
        Patience patience = new Patience(Duration.ofMinutes(5), 3, Duration.ZERO, Duration.ZERO);
        try (OpenSshServer server = server()) {
            ConnectionTarget target = SshTargets.of(server.port(), stranger, patience, false);

            assertThatThrownBy(() -> new SshConnector(clock).connect(target, narrator(), new Cancellation()))
                    .isInstanceOf(BuildException.class)
                    .hasMessageContaining("Error waiting for SSH: Packer experienced an authentication error when")
                    .hasMessageContaining("at 127.0.0.1:" + server.port())
                    .hasMessageContaining("attempted methods [publickey], refused 3 times")
                    .hasMessageContaining("ssh_username");
        }
        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void triesAWrongPasswordByBothMethods() {
        Authentication password = new Authentication(null, Secret.of("wrong-" + directory));
        Patience once = new Patience(Duration.ofMinutes(5), 1, Duration.ZERO, Duration.ZERO);
        try (OpenSshServer server = server()) {
            ConnectionTarget target = SshTargets.of(server.port(), password, once, false);

            assertThatThrownBy(() -> connect(target))
                    .isInstanceOf(BuildException.class)
                    .hasMessageContaining("attempted methods [password], refused 1 time");
        }
    }

    @Test
    void givesUpWhenTheTimeIsOverAndSaysWhatItTried() throws IOException {
        VirtualClock clock = new VirtualClock();
        int port = closedPort();
        Patience patience = new Patience(Duration.ofSeconds(90), 10, Duration.ZERO, Duration.ZERO);
        ConnectionTarget target = SshTargets.of(port, new Authentication(null, null), patience, false);

        assertThatThrownBy(() -> new SshConnector(clock).connect(target, narrator(), new Cancellation()))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Timeout waiting for SSH.")
                .hasMessageContaining("at 127.0.0.1:" + port + " within 1m30s, last of 91 tries: Connection refused")
                .hasMessageContaining("ssh_timeout");
        assertThat(clock.uptime()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void connectsAsSoonAsTheMachineListens() throws IOException {
        VirtualClock clock = new VirtualClock();
        try (OpenSshServer server = server()) {
            server.stop();
            clock.at(Duration.ofSeconds(20), () -> startAgain(server));

            new SshConnector(clock)
                    .connect(SshTargets.of(server), narrator(), new Cancellation())
                    .close();
        }

        assertThat(clock.uptime()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void noticesACancelWhileItWaits() throws IOException {
        VirtualClock clock = new VirtualClock();
        Cancellation cancellation = new Cancellation();
        clock.at(Duration.ofSeconds(3), () -> cancellation.cancel("enough"));
        ConnectionTarget target =
                SshTargets.of(closedPort(), new Authentication(null, null), SshTargets.PATIENCE, false);

        assertThatThrownBy(() -> new SshConnector(clock).connect(target, narrator(), cancellation))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void noticesACancelWhileAMachineDoesNotAnswer() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ConnectionTarget target =
                    SshTargets.of(silent.getLocalPort(), new Authentication(null, null), SshTargets.PATIENCE, false);
            CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> {
                try {
                    return new AssertionError(new SshConnector(Clock.system())
                            .connect(target, narrator(), cancellation)
                            .toString());
                } catch (BuildException e) {
                    return e;
                }
            });
            silent.accept();

            cancellation.cancel("enough");

            assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void pausesBeforeItConnectsASecondTime() {
        VirtualClock clock = new VirtualClock();
        Patience patience = new Patience(Duration.ofMinutes(5), 10, Duration.ofSeconds(5), Duration.ofSeconds(10));
        try (OpenSshServer server = server()) {
            Authentication byKey = Authentication.byKey(server.clientKey().privateKey());
            new SshConnector(clock)
                    .connect(SshTargets.of(server.port(), byKey, patience, false), narrator(), new Cancellation())
                    .close();
        }

        assertThat(listener.said()).endsWith("say: Pausing 10s before connecting...", "say: Connected to SSH!");
        assertThat(clock.uptime()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void tellsALostConnectionAndConnectsAgainForTheNextCommand() throws IOException {
        try (OpenSshServer server = server();
                Communicator communicator = connect(SshTargets.of(server))) {
            RecordingOutput cutting = new RecordingOutput().onLine(server::stop);

            CommandResult lost = communicator.runScript(
                    new RemoteScript(
                            "echo up; sleep 1000".getBytes(StandardCharsets.UTF_8),
                            directory.resolve("s").toString(),
                            path -> "sh " + path,
                            false),
                    cutting,
                    new Cancellation());
            server.startAgain();
            communicator.run(new Command("echo back"), output, new Cancellation());

            assertThat(lost.disconnected()).isTrue();
            assertThat(output.out()).containsExactly("back");
        }
    }

    @Test
    void refusesAnotherMachineAtTheSameAddress() throws IOException {
        try (OpenSshServer server = server();
                Communicator communicator = connect(SshTargets.of(server))) {
            server.stop();
            server.newHostKey();
            server.startAgain();

            assertThatThrownBy(() -> communicator.run(new Command("true"), output, new Cancellation()))
                    .isInstanceOf(BuildException.class)
                    .hasMessageContaining("host key is not the one of the first connection");
        }
    }

    @Test
    void uploadsThroughAPlainCommandWhereThereIsNoSftp() throws IOException {
        Path source = Files.writeString(directory.resolve("source"), "x\0y");
        try (OpenSshServer server = OpenSshServer.start(directory.resolve("sshd"), "Subsystem sftp /no/such/program");
                Communicator communicator = connect(SshTargets.of(server))) {
            communicator.upload(source, directory.resolve("d d").toString(), new Cancellation());
        }

        assertThat(directory.resolve("d d")).hasContent("x\0y");
    }

    @Test
    void takesTheFastestCiphersOfTheJdkFirst() {
        List<String> names = new ArrayList<>(SshConfig.shared().getCipherFactories().stream()
                .map(c -> c.getName())
                .toList());

        assertThat(names.get(0)).startsWith("aes").contains("gcm");
        assertThat(names.indexOf("aes128-ctr")).isLessThan(names.indexOf("chacha20-poly1305@openssh.com"));
        assertThat(java.security.Security.getProviders()[java.security.Security.getProviders().length - 1].getName())
                .isEqualTo("BC");
    }

    private List<Path> everyForm() throws IOException {
        List<Path> keys = new ArrayList<>();
        keys.add(generate("rsa-openssh", "-t", "rsa", "-b", "2048"));
        keys.add(generate("rsa-pem", "-t", "rsa", "-b", "2048", "-m", "PEM"));
        keys.add(generate("rsa-pkcs8", "-t", "rsa", "-b", "2048", "-m", "PKCS8"));
        keys.add(generate("ec-pkcs8", "-t", "ecdsa", "-m", "PKCS8"));
        keys.add(generate("ec-pem", "-t", "ecdsa", "-m", "PEM"));
        Path ed25519 = directory.resolve("ed25519-pkcs8");
        OpenSsh.run("openssl", "genpkey", "-algorithm", "ed25519", "-out", ed25519.toString());
        keys.add(ed25519);
        assertThat(Files.readString(keys.get(1))).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        return keys;
    }

    /** Through OpenSSL for PKCS#8, because ssh-keygen cannot read all of its keys either. */
    private String publicLine(Path key) throws IOException {
        if (!key.endsWith("ed25519-pkcs8")) {
            return OpenSsh.run("ssh-keygen", "-y", "-f", key.toString()).strip();
        }
        Path der = directory.resolve("der");
        OpenSsh.run("openssl", "pkey", "-in", key.toString(), "-pubout", "-outform", "DER", "-out", der.toString());
        byte[] all = Files.readAllBytes(der);
        ByteBuffer blob = ByteBuffer.allocate(51).putInt(11).put("ssh-ed25519".getBytes(StandardCharsets.US_ASCII));
        blob.putInt(32).put(all, all.length - 32, 32);
        return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob.array());
    }

    private Path generate(String name, String... options) {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", ""));
        command.addAll(List.of(options));
        command.addAll(List.of("-f", directory.resolve(name).toString()));
        OpenSsh.run(command.toArray(String[]::new));
        return directory.resolve(name);
    }

    private OpenSshServer server() {
        return OpenSshServer.start(directory.resolve("sshd"));
    }

    private static void startAgain(OpenSshServer server) {
        try {
            server.startAgain();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Communicator connect(ConnectionTarget target) {
        return new SshConnector(Clock.system()).connect(target, narrator(), new Cancellation());
    }

    private Narrator narrator() {
        return new Narrator("test", listener);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
