package io.jenkins.plugins.packerbuild.engine.builder;

import java.util.Map;
import java.util.Optional;

/**
 * What a builder is prepared with, besides its options.
 *
 * @param name the build's name
 * @param force {@code -force}
 * @param credential given from outside of the template, for this builder only
 * @param environment the process environment, for provider keys
 */
public record BuilderSettings(
        String name, boolean force, Optional<GivenCredential> credential, Map<String, String> environment) {

    /** A variable of the environment; empty when unset or empty. */
    public Optional<String> environment(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }
}
