package io.jenkins.plugins.packerbuild.engine.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HashiCorp Vault, versions 1 and 2 of its KV store. Of the environment it knows {@code VAULT_ADDR}, {@code VAULT_TOKEN},
 * {@code VAULT_NAMESPACE}, {@code VAULT_CACERT}, {@code VAULT_SKIP_VERIFY} and {@code VAULT_CLIENT_TIMEOUT} (seconds).
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv">its API</a>
 */
final class VaultStore implements RemoteStore {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ADDRESS = "VAULT_ADDR";

    private final Map<String, String> environment;
    private final Server server;

    VaultStore(Map<String, String> environment) {
        this.environment = environment;
        boolean everybody = GoBoolean.of(environment, "VAULT_SKIP_VERIFY").orElse(false);
        String address = environment.getOrDefault(ADDRESS, "");
        this.server = new Server(
                "Vault",
                Server.address(address.isEmpty() ? "https://127.0.0.1:8200" : address, ADDRESS),
                ADDRESS,
                Trust.of(environment, "VAULT_CACERT", everybody),
                limit());
    }

    private Duration limit() {
        String seconds = environment.getOrDefault("VAULT_CLIENT_TIMEOUT", "").replaceFirst("s$", "");
        return seconds.matches("[1-9][0-9]{0,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : LIMIT;
    }

    @Override
    public Secret read(String path, Optional<String> key) {
        Server.Answer answer = server.get("/v1/" + path.replaceFirst("^/+", ""), "", headers());
        JsonNode body = json(answer);
        if (answer.status() == 404
                || body.path("data").isNull()
                || body.path("data").path("data").isNull()) {
            throw new RemoteValues.Unavailable(
                    "Vault Secret does not exist at the given path, " + path,
                    "Check the path: of a KV store of version 2 it has 'data' behind its mount, as in secret/data/foo.");
        }
        if (answer.status() != 200) {
            throw new RemoteValues.Unavailable(
                    "Error reading vault secret " + path + ": code " + answer.status() + ", " + errors(body),
                    answer.status() == 403
                            ? "Check VAULT_TOKEN, VAULT_NAMESPACE, and that its policy lets it read the path."
                            : "Check VAULT_ADDR and the server.");
        }
        return value(body, path, key.orElse(""));
    }

    private Map<String, String> headers() {
        String token = environment.getOrDefault("VAULT_TOKEN", "");
        if (token.isEmpty()) {
            throw new RemoteValues.Unavailable(
                    "Must set VAULT_TOKEN env var in order to use vault template function",
                    "Set VAULT_TOKEN, and VAULT_ADDR to the server.");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Vault-Token", token.strip());
        headers.put("X-Vault-Request", "true");
        String namespace = environment.getOrDefault("VAULT_NAMESPACE", "");
        if (!namespace.isEmpty()) {
            headers.put("X-Vault-Namespace", namespace);
        }
        return headers;
    }

    private static JsonNode json(Server.Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (JsonProcessingException e) {
            throw new RemoteValues.Unavailable(
                    "Error reading vault secret: the answer, code " + answer.status() + ", is no JSON",
                    "Check that VAULT_ADDR is the address of a Vault.");
        }
    }

    private static String errors(JsonNode body) {
        List<String> errors = new ArrayList<>();
        body.path("errors").forEach(error -> errors.add(error.asText().strip()));
        return errors.isEmpty() ? "without a reason" : String.join("; ", errors);
    }

    /** Version 2 wraps the values once more. */
    private static Secret value(JsonNode body, String path, String key) {
        JsonNode data = body.path("data");
        boolean second = data.path("data").isObject();
        JsonNode value = second ? data.path("data").path(key) : data.path(key);
        if (value.isMissingNode()) {
            throw new RemoteValues.Unavailable(
                    second
                            ? "Vault path does not contain the requested key: " + path + " has no '" + key + "'"
                            : "Vault data was empty at the given path: " + path + " has no '" + key + "'",
                    "Check the key"
                            + (second ? "." : ", and that the path has 'data' behind its mount for version 2."));
        }
        if (!value.isTextual()) {
            throw new RemoteValues.Unavailable(
                    "the value of '" + key + "' at " + path + " is no text", "Store it in Vault as a text.");
        }
        return Secret.of(value.asText());
    }
}
