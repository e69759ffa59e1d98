package io.jenkins.plugins.packerbuild.engine.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A validation and a build that get as far as the first refusal, on loopback only: what a process does whose classes are
 * recorded for the archive. Nothing is made in any cloud: the endpoint is a server of its own that refuses everything.
 */
final class WarmupWork {

    private static final byte[] REFUSAL = ("<Response><Errors><Error><Code>AuthFailure</Code><Message>warmup</Message>"
                    + "</Error></Errors><RequestID>warmup</RequestID></Response>")
            .getBytes(StandardCharsets.UTF_8);

    private WarmupWork() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("packer-build-warmup");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", WarmupWork::refuse);
        server.start();
        try {
            work(directory, "http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
            delete(directory);
        }
        System.exit(ExitCode.SUCCESS);
    }

    private static void work(Path directory, String endpoint) throws IOException {
        Path template = directory.resolve("warmup.json");
        try (InputStream resource = WarmupWork.class.getResourceAsStream("warmup.json")) {
            if (resource == null) {
                throw new IOException("warmup.json is missing from the jar");
            }
            Files.copy(resource, template);
        }
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                System.err,
                Map.of("XDG_STATE_HOME", directory.toString()),
                directory,
                false,
                false);
        String[] variables = {"-var", "endpoint=" + endpoint, "-var", "port=" + closedPort()};
        for (String command : new String[] {"validate", "build"}) {
            PackerBuild.run(
                    terminal,
                    Stream.concat(
                                    Stream.of(command),
                                    Stream.concat(Stream.of(variables), Stream.of(template.toString())))
                            .toArray(String[]::new));
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(401, REFUSAL.length);
            exchange.getResponseBody().write(REFUSAL);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
