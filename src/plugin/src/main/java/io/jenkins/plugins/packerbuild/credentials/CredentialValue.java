package io.jenkins.plugins.packerbuild.credentials;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a credential, whatever plugin it comes from. Never kept longer than an answer takes, and its text shows no
 * value.
 */
public sealed interface CredentialValue {

    /** What it is, in words: {@code a secret text}. */
    String kind();

    /** The values that must not be seen. */
    List<String> secrets();

    /** Values by the option of {@code amazon-*} builders; empty when it has none. */
    default Map<String, String> amazonFields() {
        return Map.of();
    }

    /** Values by the option of the builder {@code digitalocean}; empty when it has none. */
    default Map<String, String> digitalOceanFields() {
        return Map.of();
    }

    /** Values by the option for the login to a machine; empty when it has none. */
    default Map<String, String> sshFields() {
        return Map.of();
    }

    /** The value for a template variable. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** What has to be a file on the agent. */
    default Optional<NamedFile> file() {
        return Optional.empty();
    }

    /** A file's name and what is in it. */
    record NamedFile(String name, byte[] content) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One value. */
    record Text(String value) implements CredentialValue {
        @Override
        public String kind() {
            return "a secret text";
        }

        @Override
        public List<String> secrets() {
            return List.of(value);
        }

        @Override
        public Map<String, String> digitalOceanFields() {
            return Map.of("api_token", value);
        }

        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A name and a password, which may as well be the halves of an AWS access key.
     *
     * @param secretName whether the name must not be seen either
     */
    record Login(String username, String password, boolean secretName) implements CredentialValue {
        @Override
        public String kind() {
            return "a username with password";
        }

        @Override
        public List<String> secrets() {
            return secretName ? List.of(username, password) : List.of(password);
        }

        @Override
        public Map<String, String> amazonFields() {
            return Map.of("access_key", username, "secret_key", password);
        }

        @Override
        public Map<String, String> digitalOceanFields() {
            return Map.of("api_token", password);
        }

        @Override
        public Map<String, String> sshFields() {
            return Map.of("ssh_username", username, "ssh_password", password);
        }

        @Override
        public Optional<String> text() {
            return Optional.of(password);
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A private key for SSH.
     *
     * @param passphrase empty for none
     * @param secretName whether the user's name must not be seen either
     */
    record SshKey(String username, String privateKey, String passphrase, boolean secretName)
            implements CredentialValue {
        @Override
        public String kind() {
            return "an SSH username with private key";
        }

        @Override
        public List<String> secrets() {
            return secretName ? List.of(privateKey, passphrase, username) : List.of(privateKey, passphrase);
        }

        @Override
        public Map<String, String> sshFields() {
            return username.isEmpty()
                    ? Map.of("ssh_private_key", whole())
                    : Map.of("ssh_username", username, "ssh_private_key", whole());
        }

        @Override
        public Optional<NamedFile> file() {
            return Optional.of(new NamedFile("ssh-key", whole().getBytes(StandardCharsets.UTF_8)));
        }

        private String whole() {
            return privateKey.endsWith("\n") ? privateKey : privateKey + "\n";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** A file. What is in it is not masked: nobody can know which of it is secret. */
    record SecretFile(String name, byte[] content) implements CredentialValue {
        @Override
        public String kind() {
            return "a secret file";
        }

        @Override
        public List<String> secrets() {
            return List.of();
        }

        @Override
        public Optional<NamedFile> file() {
            return Optional.of(new NamedFile(name, content));
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * Keys of AWS.
     *
     * @param token the session's token; empty for lasting keys
     */
    record AwsKeys(String accessKey, String secretKey, String token) implements CredentialValue {
        @Override
        public String kind() {
            return "AWS credentials";
        }

        @Override
        public List<String> secrets() {
            return List.of(accessKey, secretKey, token);
        }

        @Override
        public Map<String, String> amazonFields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("access_key", accessKey);
            fields.put("secret_key", secretKey);
            if (!token.isEmpty()) {
                fields.put("token", token);
            }
            return fields;
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * One of a kind that is of no use here.
     *
     * @param kind as Jenkins calls it
     */
    record Other(String kind) implements CredentialValue {
        @Override
        public List<String> secrets() {
            return List.of();
        }
    }
}
