package io.jenkins.plugins.packerbuild.credentials;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.ExtensionList;
import hudson.util.Secret;
import io.jenkins.plugins.packerbuild.session.SessionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Reads what is in a credential of Jenkins. */
final class CredentialReader {

    private CredentialReader() {}

    /**
     * Reads one; some are fetched from elsewhere while we wait.
     *
     * @param place where it was found, in words
     * @throws SessionException when that fails
     */
    static CredentialValue read(StandardCredentials credential, String place) throws SessionException {
        try {
            return value(credential);
        } catch (IOException | RuntimeException e) {
            throw new SessionException(
                    "Could not read credential '" + credential.getId() + "' in " + place + ": " + e.getMessage()
                            + ". Check it in Jenkins.",
                    e);
        }
    }

    private static CredentialValue value(StandardCredentials credential) throws IOException {
        if (credential instanceof StringCredentials text) {
            return new CredentialValue.Text(text.getSecret().getPlainText());
        }
        if (credential instanceof StandardUsernamePasswordCredentials login) {
            return new CredentialValue.Login(
                    login.getUsername(), login.getPassword().getPlainText(), login.isUsernameSecret());
        }
        if (credential instanceof SSHUserPrivateKey key) {
            return key(key);
        }
        if (credential instanceof FileCredentials file) {
            try (InputStream content = file.getContent()) {
                return new CredentialValue.SecretFile(file.getFileName(), content.readAllBytes());
            }
        }
        return ofPlugins(credential);
    }

    private static CredentialValue key(SSHUserPrivateKey key) throws IOException {
        String first = key.getPrivateKeys().stream().findFirst().orElseThrow(() -> new IOException("it has no key"));
        return new CredentialValue.SshKey(
                key.getUsername(), first, Secret.toString(key.getPassphrase()), key.isUsernameSecret());
    }

    private static CredentialValue ofPlugins(StandardCredentials credential) {
        for (CredentialKind kind : ExtensionList.lookup(CredentialKind.class)) {
            Optional<CredentialValue> value = kind.read(credential);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return new CredentialValue.Other(
                "of the kind '" + credential.getDescriptor().getDisplayName() + "'");
    }
}
