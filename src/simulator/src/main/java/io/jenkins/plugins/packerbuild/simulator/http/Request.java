package io.jenkins.plugins.packerbuild.simulator.http;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has been read to its end.
 *
 * @param headers names in any case, as {@code com.sun.net.httpserver} keeps them
 * @param body the body as UTF-8 text, empty if there is none
 */
public record Request(String method, URI uri, Headers headers, String body) {

    /** The path, decoded, without the query. */
    public String path() {
        return uri.getPath();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The parameters of the query. */
    public Map<String, String> query() {
        return form(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /** Reads {@code a=b&c=d}; of a name that comes twice, the last value counts. */
    public static Map<String, String> form(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
