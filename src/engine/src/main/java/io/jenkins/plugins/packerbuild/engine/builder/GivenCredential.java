package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A credential that whoever started the engine gives to one builder, outside of the template. Example: fields
 * {@code access_key} and {@code secret_key}, endpoints empty.
 *
 * @param fields values by the option that they stand for
 * @param endpoints base URLs it may be sent to, besides the provider's own
 * @param source its printable name
 */
public record GivenCredential(Map<String, Secret> fields, List<String> endpoints, SecretSource source) {

    /** Copies its collections. */
    public GivenCredential {
        fields = Map.copyOf(fields);
        endpoints = List.copyOf(endpoints);
    }

    /**
     * Whether it may be sent there: to the provider's own endpoint, or to one that it was given with.
     *
     * @param endpoint a base URL; empty for the provider's own
     */
    public boolean allowedAt(String endpoint) {
        return endpoint.isEmpty()
                || endpoints.stream().anyMatch(allowed -> origin(allowed).equals(origin(endpoint)));
    }

    private static String origin(String url) {
        URI uri = URI.create(url.strip());
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        int standardPort = "http".equals(uri.getScheme()) ? 80 : 443;
        return uri.getScheme() + "://" + host + ":" + (uri.getPort() < 0 ? standardPort : uri.getPort());
    }

    /** The value for an option. */
    public Optional<Secret> field(String option) {
        return Optional.ofNullable(fields.get(option));
    }
}
