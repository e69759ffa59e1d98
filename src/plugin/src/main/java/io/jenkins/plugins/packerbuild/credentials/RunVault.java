package io.jenkins.plugins.packerbuild.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.session.SessionException;
import java.util.List;
import java.util.Optional;

/** The credentials that a build may use: of its folders, of whom it runs as, of its parameters. Their use is recorded. */
record RunVault(Run<?, ?> run) implements Vault {

    @Override
    public String place() {
        return "job '" + run.getParent().getFullName() + "'";
    }

    @Override
    public Optional<CredentialValue> find(String credentialsId) throws SessionException {
        StandardCredentials credential =
                CredentialsProvider.findCredentialById(credentialsId, StandardCredentials.class, run, List.of());
        if (credential == null) {
            return Optional.empty();
        }
        CredentialsProvider.track(run, credential);
        return Optional.of(CredentialReader.read(credential, place()));
    }
}
