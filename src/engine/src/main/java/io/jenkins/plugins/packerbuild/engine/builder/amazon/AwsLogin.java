package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How to prove to AWS who we are. Immutable. */
sealed interface AwsLogin {

    /** Where the keys come from, by name, as the ledger keeps it. */
    String source();

    /** What must not be seen in any output. */
    List<Secret> secrets();

    /**
     * Keys that we have.
     *
     * @param accessKey the access key's id
     * @param secretKey its secret
     * @param token of a session; empty for a user's own keys
     * @param source as in {@code environment AWS_ACCESS_KEY_ID}
     */
    record Keys(Secret accessKey, Secret secretKey, Optional<Secret> token, String source) implements AwsLogin {
        @Override
        public List<Secret> secrets() {
            List<Secret> all = new ArrayList<>(List.of(accessKey, secretKey));
            token.ifPresent(all::add);
            return List.copyOf(all);
        }
    }

    /**
     * Whatever the SDK finds: a profile, a web identity, the machine's role.
     *
     * @param profile of the shared configuration; empty for the default one
     */
    record Chain(Optional<String> profile) implements AwsLogin {

        static final String SOURCE = "sdk chain";
        private static final String WITH_PROFILE = SOURCE + ", profile ";

        /** The one that the ledger names. */
        static Chain parse(String source) {
            return new Chain(
                    source.startsWith(WITH_PROFILE)
                            ? Optional.of(source.substring(WITH_PROFILE.length()))
                            : Optional.empty());
        }

        @Override
        public String source() {
            return profile.map(name -> WITH_PROFILE + name).orElse(SOURCE);
        }

        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }
}
