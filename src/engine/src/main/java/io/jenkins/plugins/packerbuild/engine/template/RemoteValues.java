package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks servers for values that defaults of variables want. May take time; asked again, it answers the same. */
public interface RemoteValues {

    /** A value that could not be had. Its message is the end of a sentence, without a full stop. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final @Nullable String cure;

        /** With what happened, and what to do. */
        public Unavailable(String words, @Nullable String cure) {
            super(words);
            this.cure = cure;
        }

        /** What to do; null when there is nothing to say. */
        public @Nullable String cure() {
            return cure;
        }
    }

    /** Nobody answers. */
    RemoteValues NONE = new RemoteValues() {
        @Override
        public Secret vault(String path, String key) {
            throw new Unavailable("values are not read from Vault here", null);
        }

        @Override
        public Secret consul(String key) {
            throw new Unavailable("values are not read from Consul here", null);
        }

        @Override
        public Secret aws(String name, Optional<String> key) {
            throw new Unavailable("values are not read from AWS Secrets Manager here", null);
        }
    };

    /**
     * A value of HashiCorp Vault's KV store.
     *
     * @param path such as {@code secret/data/foo}
     * @param key in the secret
     * @throws Unavailable when there is none
     */
    Secret vault(String path, String key);

    /**
     * A value of Consul's KV store.
     *
     * @throws Unavailable when there is none
     */
    Secret consul(String key);

    /**
     * A secret of AWS Secrets Manager, or one value of it.
     *
     * @param key may be left out when the secret has one value only
     * @throws Unavailable when there is none
     */
    Secret aws(String name, Optional<String> key);
}
