package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.communicator.LoginDefaults;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A credential that whoever started the engine gives to one builder, outside of the template. Example: fields
 * {@code access_key} and {@code secret_key}, endpoints empty.
 *
 * @param fields values by the option that they stand for
 * @param endpoints base URLs it may be sent to, besides the provider's own
 * @param source its printable name
 */
public record GivenCredential(Map<String, Secret> fields, List<String> endpoints, SecretSource source) {

    /** The field that holds the value of a credential for a user variable. */
    public static final String VALUE = "value";

    /** Templates may also write them out. */
    private static final Pattern PROVIDERS_OWN =
            Pattern.compile("https://(api\\.digitalocean\\.com|ec2\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?):443");

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
                || PROVIDERS_OWN.matcher(origin(endpoint)).matches()
                || endpoints.stream().anyMatch(allowed -> origin(allowed).equals(origin(endpoint)));
    }

    private static String origin(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            return url;
        }
        if (uri.getHost() == null) {
            return url; // as of a name with an underscore: all of them would be equal without it
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int standardPort = "http".equals(uri.getScheme()) ? 80 : 443;
        return uri.getScheme() + "://" + host + ":" + (uri.getPort() < 0 ? standardPort : uri.getPort());
    }

    /** The value for an option; an empty one is none. */
    public Optional<Secret> field(String option) {
        return Optional.ofNullable(fields.get(option)).filter(value -> !value.isEmpty());
    }

    /** Whether it says nothing but how to log in to a machine. */
    public boolean isLogin() {
        return LoginDefaults.OPTIONS.containsAll(fields.keySet());
    }
}
