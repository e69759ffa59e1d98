package io.jenkins.plugins.packerbuild.engine.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Consul's KV store. Of the environment it knows {@code CONSUL_HTTP_ADDR}, {@code CONSUL_HTTP_SSL},
 * {@code CONSUL_HTTP_SSL_VERIFY}, {@code CONSUL_CACERT}, {@code CONSUL_HTTP_TOKEN}, {@code CONSUL_HTTP_TOKEN_FILE},
 * {@code CONSUL_HTTP_AUTH}, {@code CONSUL_NAMESPACE} and {@code CONSUL_DATACENTER}.
 *
 * @see <a href="https://developer.hashicorp.com/consul/api-docs/kv">its API</a>
 */
final class ConsulStore implements RemoteStore {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ADDRESS = "CONSUL_HTTP_ADDR";

    private final Map<String, String> environment;
    private final Server server;

    ConsulStore(Map<String, String> environment) {
        this.environment = environment;
        boolean everybody = !GoBoolean.of(environment, "CONSUL_HTTP_SSL_VERIFY").orElse(true);
        this.server =
                new Server("Consul", address(), ADDRESS, Trust.of(environment, "CONSUL_CACERT", everybody), LIMIT);
    }

    private URI address() {
        String given = environment.getOrDefault(ADDRESS, "");
        String address = given.isEmpty() ? "127.0.0.1:8500" : given;
        boolean secure = GoBoolean.of(environment, "CONSUL_HTTP_SSL").orElse(false);
        return Server.address(address.contains("://") ? address : (secure ? "https://" : "http://") + address, ADDRESS);
    }

    @Override
    public Secret read(String name, Optional<String> key) {
        Server.Answer answer = server.get("/v1/kv/" + name.replaceFirst("^/+", ""), query(), headers());
        if (answer.status() == 404) {
            throw new RemoteValues.Unavailable(
                    "key does not exist at the given path: " + name, "Check it with 'consul kv get " + name + "'.");
        }
        if (answer.status() != 200) {
            throw new RemoteValues.Unavailable(
                    "error reading consul key: Unexpected response code: " + answer.status() + " ("
                            + answer.body().strip().lines().findFirst().orElse("") + ")",
                    answer.status() == 403
                            ? "Check CONSUL_HTTP_TOKEN, and that its policy lets it read " + name + "."
                            : "Check " + ADDRESS + " and the server.");
        }
        return value(answer, name);
    }

    private String query() {
        List<String> query = new ArrayList<>();
        parameter("CONSUL_DATACENTER", "dc").ifPresent(query::add);
        parameter("CONSUL_NAMESPACE", "ns").ifPresent(query::add);
        return String.join("&", query);
    }

    private Optional<String> parameter(String variable, String parameter) {
        return setting(variable).map(value -> parameter + "=" + value);
    }

    private Optional<String> setting(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        setting("CONSUL_HTTP_TOKEN_FILE")
                .map(ConsulStore::tokenOf)
                .or(() -> setting("CONSUL_HTTP_TOKEN"))
                .ifPresent(token -> headers.put("X-Consul-Token", token));
        setting("CONSUL_HTTP_AUTH").ifPresent(login -> headers.put("Authorization", basic(login)));
        return headers;
    }

    private static String basic(String login) {
        String pair = login.contains(":") ? login : login + ":";
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String tokenOf(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new RemoteValues.Unavailable(
                    "the file of CONSUL_HTTP_TOKEN_FILE, '" + file + "', cannot be read",
                    "Check its path and its mode.");
        }
    }

    private static Secret value(Server.Answer answer, String name) {
        try {
            JsonNode value = new ObjectMapper().readTree(answer.body()).path(0).path("Value");
            String text = value.isTextual()
                    ? new String(Base64.getDecoder().decode(value.asText()), StandardCharsets.UTF_8)
                    : "";
            if (text.isEmpty()) {
                throw new RemoteValues.Unavailable("value is empty at path " + name, "Put a value there.");
            }
            return Secret.of(text);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new RemoteValues.Unavailable(
                    "error reading consul key: the answer is not Consul's", "Check that " + ADDRESS + " is a Consul.");
        }
    }
}
