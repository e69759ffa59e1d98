package io.jenkins.plugins.packerbuild.engine.lookup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A small HTTP server on loopback that remembers how it was asked. */
public final class Shelf implements AutoCloseable {

    /**
     * How it was asked.
     *
     * @param line method, path and query
     * @param headers by name in lower case, the first of each
     * @param body as text
     */
    public record Asked(String line, Map<String, String> headers, String body) {}

    private record Reply(int status, String body) {}

    private final HttpServer server;
    private final String scheme;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** Starts it on a free port. */
    public Shelf() throws IOException {
        this(HttpServer.create(anyPort(), 0), "http://");
    }

    /** The same with TLS. */
    static Shelf secure(SSLContext context) throws IOException {
        HttpsServer https = HttpsServer.create(anyPort(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Shelf(https, "https://");
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private Shelf(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers that path, without query, so. */
    public Shelf put(String path, int status, String body) {
        replies.put(path, new Reply(status, body));
        return this;
    }

    /** {@code 127.0.0.1:12345}. */
    public String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Its base URL. */
    public String url() {
        return scheme + hostAndPort();
    }

    /** In order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(404, ""));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
