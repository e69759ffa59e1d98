package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.SshKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * A real OpenSSH server of our own, as the current user, on 127.0.0.1, with its own configuration and host key in a
 * directory of the test. It lets in the key {@link #clientKey()}, and further ones.
 */
final class OpenSshServer implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path directory;
    private final int port;
    private final SshKeyPair clientKey = SshKeyPair.generate("test");
    private final List<String> options;
    private Process process;

    /** Starts one. Without an sshd on this machine the test is skipped, or fails where peers are required. */
    static OpenSshServer start(Path directory, String... options) {
        if (!Files.isExecutable(SSHD)) {
            String words = "no OpenSSH server at " + SSHD + ": tests against it cannot run";
            if ("required".equals(System.getProperty("peers"))) {
                throw new AssertionError(words);
            }
            throw new TestAbortedException(words);
        }
        try {
            return new OpenSshServer(directory, freePort(), List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OpenSshServer(Path directory, int port, List<String> options) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = port;
        this.options = options;
        if ("root".equals(System.getProperty("user.name"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        newHostKey();
        Files.writeString(directory.resolve("authorized_keys"), clientKey.publicKeyLine() + "\n");
        this.process = launch();
    }

    int port() {
        return port;
    }

    SshKeyPair clientKey() {
        return clientKey;
    }

    /** Lets in one more key. */
    void authorize(String publicKeyLine) throws IOException {
        Path file = directory.resolve("authorized_keys");
        Files.writeString(file, Files.readString(file) + publicKeyLine + "\n");
    }

    /** How many sessions it was asked for since its first start. */
    long sessionChannels() throws IOException {
        return Files.readAllLines(directory.resolve("log")).stream()
                .filter(line -> line.contains("server_input_channel_open: ctype session"))
                .count();
    }

    /** What it has logged so far. */
    List<String> log() {
        try {
            return Files.readAllLines(directory.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops every connection's process, but not the listener: as a machine that hangs. */
    void freeze() {
        process.descendants()
                .filter(handle -> handle.info().command().orElse("").contains("sshd"))
                .forEach(handle -> OpenSsh.run("kill", "-s", "STOP", String.valueOf(handle.pid())));
    }

    /** Ends the listener and every connection of it, as a machine that goes down. */
    void stop() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** The same machine again. */
    void startAgain() throws IOException {
        process = launch();
    }

    /** Another machine at the same address. */
    void newHostKey() throws IOException {
        Path key = directory.resolve("host_key");
        Files.deleteIfExists(key);
        OpenSsh.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    }

    @Override
    public void close() {
        stop();
    }

    private Process launch() throws IOException {
        List<String> config = new ArrayList<>(options);
        config.addAll(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + directory.resolve("host_key"),
                "AuthorizedKeysFile " + directory.resolve("authorized_keys"),
                "PidFile none",
                "StrictModes no",
                "UsePAM no",
                "PermitRootLogin yes",
                "MaxSessions 100",
                "MaxStartups 200",
                "LogLevel DEBUG1"));
        if (options.stream().noneMatch(option -> option.startsWith("Subsystem"))) {
            config.add("Subsystem sftp internal-sftp");
        }
        Path file = Files.write(directory.resolve("sshd_config"), config);
        Path log = directory.resolve("log");
        Process sshd = new ProcessBuilder(SSHD.toString(), "-D", "-E", log.toString(), "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        awaitListening(sshd);
        return sshd;
    }

    private void awaitListening(Process sshd) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || !sshd.isAlive()) {
                    throw new IOException("sshd did not start: " + Files.readString(directory.resolve("out")), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
