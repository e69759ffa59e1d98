package io.jenkins.plugins.packerbuild.credentials;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cloud that wants keys: which credentials serve, and which variables of the environment do. */
enum Provider {
    /** AWS, for the builders {@code amazon-*}. */
    AMAZON("AWS credentials, or a username with password (access key ID and secret access key)") {
        @Override
        boolean builds(String type) {
            return type.startsWith("amazon-");
        }

        @Override
        Map<String, String> fields(CredentialValue value) {
            return value.amazonFields();
        }

        @Override
        Optional<String> keysIn(Map<String, String> environment) {
            if (isSet(environment, "AWS_ACCESS_KEY_ID") && isSet(environment, "AWS_SECRET_ACCESS_KEY")) {
                return Optional.of("AWS_ACCESS_KEY_ID");
            }
            return Optional.of("AWS_PROFILE").filter(name -> isSet(environment, name));
        }
    },

    /** DigitalOcean. */
    DIGITALOCEAN("a secret text, or a username with password (the password is the token)") {
        @Override
        boolean builds(String type) {
            return type.equals("digitalocean");
        }

        @Override
        Map<String, String> fields(CredentialValue value) {
            return value.digitalOceanFields();
        }

        @Override
        Optional<String> keysIn(Map<String, String> environment) {
            return TOKENS.stream().filter(name -> isSet(environment, name)).findFirst();
        }
    };

    private static final List<String> TOKENS =
            List.of("DIGITALOCEAN_TOKEN", "DIGITALOCEAN_ACCESS_TOKEN", "DIGITALOCEAN_API_TOKEN");

    private final String wanted;

    Provider(String wanted) {
        this.wanted = wanted;
    }

    /** The provider of a builder type; empty when the type wants no keys that are known here. */
    static Optional<Provider> of(String builderType) {
        return Arrays.stream(values())
                .filter(provider -> provider.builds(builderType))
                .findFirst();
    }

    /** Which credentials serve, in words. */
    String wanted() {
        return wanted;
    }

    abstract boolean builds(String type);

    /** Values by builder option; empty when this kind of credential does not serve. */
    abstract Map<String, String> fields(CredentialValue value);

    /** The variable by which the environment has keys, in the engine's order. */
    abstract Optional<String> keysIn(Map<String, String> environment);

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
