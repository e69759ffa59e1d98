package io.jenkins.plugins.packerbuild.engine.lookup;

import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One server that is asked over HTTP.
 *
 * @param name what to call it
 * @param address with its scheme
 * @param setting the environment variable that says its address
 * @param trust whom its certificate may be from
 * @param limit for an answer
 */
record Server(String name, URI address, String setting, Trust trust, Duration limit) {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int LARGEST_BYTES = 8 * 1024 * 1024;

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body as text
     */
    record Answer(int status, String body) {}

    /**
     * Reads an address.
     *
     * @throws RemoteValues.Unavailable when it is none
     */
    static URI address(String text, String setting) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw badAddress(text, setting);
        }
        throw badAddress(text, setting);
    }

    private static RemoteValues.Unavailable badAddress(String text, String setting) {
        return new RemoteValues.Unavailable(
                "'" + text + "' in " + setting + " is no address of a server",
                "Set " + setting + " to one such as https://host.example:8200.");
    }

    /**
     * Asks for a path.
     *
     * @throws RemoteValues.Unavailable when there is no answer
     */
    Answer get(String path, String query, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target(path, query)).timeout(limit);
        headers.forEach(request::header);
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .sslContext(trust.context())
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.body().length > LARGEST_BYTES) {
                throw unavailable("its answer is larger than 8 MiB", null);
            }
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted", null);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private URI target(String path, String query) {
        String base = address.getPath() == null ? "" : address.getPath().replaceFirst("/+$", "");
        try {
            URI encoded = new URI(
                    address.getScheme(), address.getAuthority(), base + path, query.isEmpty() ? null : query, null);
            return URI.create(encoded.toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unavailable("'" + path + "' is no path", "Write it without blanks at its ends.");
        }
    }

    private RemoteValues.Unavailable failure(IOException e) {
        if (e instanceof SSLException) {
            return unavailable("its certificate is not trusted: " + e.getMessage(), trust.cure());
        }
        if (e instanceof HttpTimeoutException) {
            return unavailable("no answer in time", "Check " + setting + " and the network.");
        }
        String words = e instanceof ConnectException ? "no connection" : String.valueOf(e.getMessage());
        return unavailable(words, "Set " + setting + " to where it is, or check the network.");
    }

    private RemoteValues.Unavailable unavailable(String words, @Nullable String cure) {
        return new RemoteValues.Unavailable(name + " at " + address + ": " + words, cure);
    }
}
