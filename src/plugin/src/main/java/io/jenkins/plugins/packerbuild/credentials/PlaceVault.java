package io.jenkins.plugins.packerbuild.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.security.ACL;
import io.jenkins.plugins.packerbuild.session.SessionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The credentials of a folder, of the whole Jenkins, or of a job without a build.
 *
 * @param all reads all that may be used there
 */
record PlaceVault(String place, Supplier<List<StandardCredentials>> all) implements Vault {

    /** What may be used in a folder, or in the whole Jenkins. */
    static PlaceVault of(ItemGroup<?> group) {
        String place = group instanceof Item ? "folder '" + group.getFullName() + "'" : "the global configuration";
        return new PlaceVault(
                place,
                () -> CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, group, ACL.SYSTEM2, List.of()));
    }

    /** What a job may use. */
    static PlaceVault of(Job<?, ?> job) {
        return new PlaceVault(
                "job '" + job.getFullName() + "'",
                () -> CredentialsProvider.lookupCredentialsInItem(
                        StandardCredentials.class, job, Scopes.authentication(job), List.of()));
    }

    @Override
    public Optional<CredentialValue> find(String credentialsId) throws SessionException {
        StandardCredentials credential =
                CredentialsMatchers.firstOrNull(all.get(), CredentialsMatchers.withId(credentialsId));
        return credential == null ? Optional.empty() : Optional.of(CredentialReader.read(credential, place));
    }
}
