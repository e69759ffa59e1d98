package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the keys: the template's own, then the environment's, then those that were given for this builder, then
 * whatever the SDK finds.
 */
final class LoginChoice {

    private static final String ACCESS_KEY = "access_key";
    private static final String SECRET_KEY = "secret_key";
    private static final String TOKEN = "token";
    private static final String PROFILE = "profile";
    private static final String ENVIRONMENT_KEY = "AWS_ACCESS_KEY_ID";

    private LoginChoice() {}

    /** Whether the template names neither keys nor a profile. */
    static boolean isLeftToOthers(Options options) {
        return List.of(ACCESS_KEY, SECRET_KEY, PROFILE).stream()
                .allMatch(key -> options.text(key).isEmpty());
    }

    /**
     * Chooses. Problems go to the options.
     *
     * @param endpoint where the keys will be sent to; empty for AWS itself
     */
    static AwsLogin choose(Options options, BuilderSettings settings, String endpoint) {
        Optional<String> profile = options.text(PROFILE);
        return ofTemplate(options)
                .or(() -> profile.map(name -> new AwsLogin.Chain(profile)))
                .or(() -> ofEnvironment(settings))
                .or(() -> keys(settings).map(given -> given(given, options, endpoint)))
                .orElseGet(() -> new AwsLogin.Chain(Optional.empty()));
    }

    private static Optional<AwsLogin> ofTemplate(Options options) {
        Optional<String> access = options.text(ACCESS_KEY);
        Optional<String> secret = options.text(SECRET_KEY);
        Optional<String> token = options.text(TOKEN);
        if (access.isPresent() != secret.isPresent()) {
            String missing = access.isPresent() ? SECRET_KEY : ACCESS_KEY;
            options.problem(
                    missing,
                    "`access_key` and `secret_key` must both be either set or not set, but `" + missing + "` is empty.",
                    "Set both, or leave both out for the environment's or the machine's own credentials.");
            return Optional.of(new AwsLogin.Chain(Optional.empty()));
        }
        return access.map(key -> new AwsLogin.Keys(
                Secret.of(key),
                Secret.of(secret.orElseThrow()),
                token.map(Secret::of),
                templateSource(options, token.isPresent())));
    }

    /** As in {@code access_key=variable a; secret_key=variable s}; {@code template} when none is a variable. */
    private static String templateSource(Options options, boolean withToken) {
        List<String> keys = withToken ? List.of(ACCESS_KEY, SECRET_KEY, TOKEN) : List.of(ACCESS_KEY, SECRET_KEY);
        String template = SecretSource.TEMPLATE.name();
        if (keys.stream().allMatch(key -> options.origin(key).equals(template))) {
            return template;
        }
        return String.join(
                "; ", keys.stream().map(key -> key + "=" + options.origin(key)).toList());
    }

    private static Optional<AwsLogin> ofEnvironment(BuilderSettings settings) {
        Optional<String> access = settings.environment(ENVIRONMENT_KEY);
        Optional<String> secret = settings.environment("AWS_SECRET_ACCESS_KEY");
        if (access.isPresent() && secret.isPresent()) {
            return Optional.of(new AwsLogin.Keys(
                    Secret.of(access.get()),
                    Secret.of(secret.get()),
                    settings.environment("AWS_SESSION_TOKEN").map(Secret::of),
                    SecretSource.environment(ENVIRONMENT_KEY).name()));
        }
        return settings.environment("AWS_PROFILE").map(name -> new AwsLogin.Chain(Optional.of(name)));
    }

    /** One without keys is taken too, so that it is complained of, unless it is for the machine only. */
    private static Optional<GivenCredential> keys(BuilderSettings settings) {
        return settings.credentialWith(ACCESS_KEY, SECRET_KEY)
                .or(() -> settings.credentials().stream()
                        .filter(credential -> !credential.isLogin())
                        .findFirst());
    }

    private static AwsLogin given(GivenCredential given, Options options, String endpoint) {
        Optional<Secret> access = given.field(ACCESS_KEY);
        Optional<Secret> secret = given.field(SECRET_KEY);
        if (access.isEmpty() || secret.isEmpty()) {
            options.problem(
                    ACCESS_KEY,
                    "The " + given.source() + " has no access_key and secret_key.",
                    "Give a credential with an AWS access key and its secret key.");
            return new AwsLogin.Chain(Optional.empty());
        }
        if (!given.allowedAt(endpoint)) {
            options.problem(
                    AccessOptions.ENDPOINT,
                    "The " + given.source() + " may not be sent to '" + endpoint + "'.",
                    "Enter this endpoint beside the credential, or remove custom_endpoint_ec2.");
        }
        return new AwsLogin.Keys(
                access.get(), secret.get(), given.field(TOKEN), given.source().name());
    }
}
