package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import java.util.List;
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

    /** The value for an option. */
    public Optional<Secret> field(String option) {
        return Optional.ofNullable(fields.get(option));
    }
}
