package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs moto's EC2 on a free loopback port while a test class runs. The program is named by the system property or
 * environment variable {@code MOTO_SERVER}, or is found on the PATH. Where it is missing, the tests are skipped, unless
 * the system property {@code peers} is {@code required}.
 */
final class MotoServer implements BeforeAllCallback, AfterAllCallback {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private @Nullable Process process;
    private int port;

    /** Its base URL. */
    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            String missing = "moto_server is neither named by MOTO_SERVER nor on the PATH";
            if ("required".equals(System.getProperty("peers"))) {
                throw new IllegalStateException(missing);
            }
            Assumptions.abort(missing);
        }
        port = freePort();
        process = new ProcessBuilder(program.orElseThrow().toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitListening();
    }

    private static Optional<Path> program() {
        Stream<String> named = Stream.of(System.getProperty("MOTO_SERVER"), System.getenv("MOTO_SERVER"))
                .filter(value -> value != null && !value.isEmpty());
        Stream<String> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> folder + File.separator + "moto_server");
        return Stream.concat(named, onPath)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() {
        Clock clock = Clock.system();
        Duration end = clock.uptime().plus(START_LIMIT);
        while (!isListening()) {
            if (process == null || !process.isAlive() || clock.uptime().compareTo(end) > 0) {
                stop();
                throw BuildException.of("moto_server did not start.");
            }
            clock.sleep(Duration.ofMillis(100), new Cancellation());
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void stop() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
