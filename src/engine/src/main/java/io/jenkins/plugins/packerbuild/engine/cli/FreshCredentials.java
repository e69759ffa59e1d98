package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.session.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the credentials for a cleanup: the ledger has the names of their sources, never their values. The first that has a
 * value wins: the variable that the source names, the source of {@code secrets.json}, the source in the environment, the
 * template's option, a variable named like the option.
 */
final class FreshCredentials {

    private final Map<String, String> variables;
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Optional<Preparation> template;
    private final Redactor redactor;

    /**
     * From everything that is known.
     *
     * @param variables values of {@code -var}
     * @param template the run's template with its values; empty when it cannot be read any more
     */
    FreshCredentials(
            Map<String, String> variables,
            Map<String, String> environment,
            Secrets secrets,
            Optional<Preparation> template,
            Redactor redactor) {
        this.variables = variables;
        this.environment = environment;
        this.secrets = secrets;
        this.template = template;
        this.redactor = redactor;
    }

    /** For what builders of a type have left: their credentials may be given for a build's name, or for the type. */
    ResourceCleaner.Credentials of(String builderType) {
        return (option, resource) -> value(option, resource, builderType);
    }

    private Optional<Secret> value(String option, Resource resource, String builderType) {
        String source = source(resource.place().credentialSource(), option);
        Stream<Supplier<Optional<Secret>>> places = Stream.of(
                () -> variable(named(source, "variable "), resource.place().endpoint()),
                () -> given(source, option, resource, builderType),
                () -> text(environment.get(named(source, "environment "))),
                () -> template.flatMap(read -> read.option(resource.builder(), option))
                        .map(Secret::of),
                () -> text(variables.get(option)));
        Optional<Secret> found =
                places.map(Supplier::get).flatMap(Optional::stream).findFirst();
        found.ifPresent(redactor::add);
        return found;
    }

    /** Out of {@code access_key=variable a; secret_key=variable b}, or the same source for every option. */
    private static String source(String sources, String option) {
        for (String part : sources.split("; ")) {
            if (part.startsWith(option + "=")) {
                return part.substring(option.length() + 1);
            }
        }
        return sources;
    }

    private static String named(String source, String kind) {
        return source.startsWith(kind) ? source.substring(kind.length()) : "";
    }

    private Optional<Secret> variable(String name, String endpoint) {
        Optional<Secret> given = secrets.forVariable(name, endpoint);
        return given.isPresent()
                ? given
                : text(variables.get(name))
                        .or(() -> template.flatMap(read -> read.variable(name)).map(Secret::of));
    }

    /** One that may not be sent to the resource's endpoint is not found. */
    private Optional<Secret> given(String source, String option, Resource resource, String builderType) {
        Stream<GivenCredential> sameName = secrets.credentials().stream()
                .map(Secrets.Credential::credential)
                .filter(credential -> credential.source().name().equals(source));
        return Stream.concat(sameName, secrets.forBuilder(resource.builder(), builderType).stream())
                .filter(credential -> credential.allowedAt(resource.place().endpoint()))
                .flatMap(credential -> credential.field(option).stream())
                .findFirst();
    }

    private static Optional<Secret> text(@org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty()).map(Secret::of);
    }
}
