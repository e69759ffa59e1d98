package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.communicator.LoginDefaults;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a builder is prepared with, besides its options.
 *
 * @param name the build's name
 * @param force {@code -force}
 * @param credentials given from outside of the template, for this builder only; of two with the same field, the first
 *     counts
 * @param facts of the run: its environment, for provider keys, and where relative paths begin
 */
public record BuilderSettings(String name, boolean force, List<GivenCredential> credentials, RunFacts facts) {

    /** Copies its list. */
    public BuilderSettings {
        credentials = List.copyOf(credentials);
    }

    /** The first credential that has a value for one of the options. */
    public Optional<GivenCredential> credentialWith(String... options) {
        return credentials.stream()
                .filter(credential -> Arrays.stream(options)
                        .anyMatch(option -> credential.field(option).isPresent()))
                .findFirst();
    }

    /**
     * How the given credentials log in to the machine. One that may not go to the endpoint, which says where the machine
     * is, becomes a problem of the options.
     *
     * @param endpoint empty for the provider's own
     */
    public LoginDefaults login(Options options, String endpoint) {
        return option -> {
            Optional<GivenCredential> given = credentialWith(option);
            given.filter(credential -> !credential.allowedAt(endpoint))
                    .ifPresent(credential -> options.problem(
                            option,
                            "The " + credential.source() + " may not be sent to machines of '" + endpoint + "'.",
                            "Allow that endpoint where the credential is given, or remove the endpoint."));
            return given.flatMap(credential -> credential.field(option));
        };
    }

    /** Where a path of the template leads: a relative one begins at the working directory. */
    public Path file(String path) {
        return facts.workingDirectory().resolve(path);
    }

    /** A variable of the environment; empty when unset or empty. */
    public Optional<String> environment(String variable) {
        return Optional.ofNullable(facts.environment().get(variable)).filter(value -> !value.isEmpty());
    }
}
