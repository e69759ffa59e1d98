package io.jenkins.plugins.packerbuild.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.packerbuild.session.SessionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a folder, of the whole Jenkins, or of a job without a build.
 *
 * @param all reads all that may be used there
 * @param user the build that their use is recorded for; null for none
 */
record PlaceVault(
        String place,
        Supplier<List<StandardCredentials>> all,
        @Nullable Run<?, ?> user) implements Vault {

    /** What may be used in a folder, or in the whole Jenkins. */
    static PlaceVault of(ItemGroup<?> group, @Nullable Run<?, ?> user) {
        String place = group instanceof Item ? "folder '" + group.getFullName() + "'" : "the global configuration";
        return new PlaceVault(
                place,
                () -> CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, group, ACL.SYSTEM2, List.of()),
                user);
    }

    /** What a job may use. */
    static PlaceVault of(Job<?, ?> job) {
        return new PlaceVault(
                "job '" + job.getFullName() + "'",
                () -> CredentialsProvider.lookupCredentialsInItem(
                        StandardCredentials.class, job, Scopes.authentication(job), List.of()),
                null);
    }

    @Override
    public Optional<CredentialValue> find(String credentialsId) throws SessionException {
        StandardCredentials credential =
                CredentialsMatchers.firstOrNull(all.get(), CredentialsMatchers.withId(credentialsId));
        if (credential == null) {
            return Optional.empty();
        }
        if (user != null) {
            CredentialsProvider.track(user, credential);
        }
        return Optional.of(CredentialReader.read(credential, place));
    }
}
