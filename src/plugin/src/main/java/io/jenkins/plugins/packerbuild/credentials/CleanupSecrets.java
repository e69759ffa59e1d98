package io.jenkins.plugins.packerbuild.credentials;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.SessionSecrets;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.credentialsbinding.masking.SecretPatterns;
import org.jspecify.annotations.Nullable;

/**
 * The secrets for the cleanup after a session whose build need not be there any more: the credentials that its record
 * names, as far as they can still be found. Safe for use by several threads.
 */
public final class CleanupSecrets implements SessionSecrets {

    private final SessionRecord record;
    private final RecordedCredentials recorded;
    private final LineMask mask = new LineMask(SecretPatterns::getAggregateSecretPattern);

    private CleanupSecrets(SessionRecord record, RecordedCredentials recorded) {
        this.record = record;
        this.recorded = recorded;
    }

    /**
     * For a session of record.
     *
     * @param run its build; null when it is gone: then its job's scope counts, or what is left of its folders
     */
    public static SessionSecrets forCleanup(SessionRecord record, @Nullable Run<?, ?> run) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return new CleanupSecrets(record, run == null ? withoutRun(record) : of(run));
        }
    }

    private static RecordedCredentials of(Run<?, ?> run) {
        return new RecordedCredentials(
                Optional.of(new RunVault(run)), Scopes.lists(run.getParent().getParent(), null));
    }

    private static RecordedCredentials withoutRun(SessionRecord record) {
        String name = jobName(record.run());
        Item job = Jenkins.get().getItemByFullName(name);
        Optional<Vault> vault = job instanceof Job<?, ?> there ? Optional.of(PlaceVault.of(there)) : Optional.empty();
        return new RecordedCredentials(vault, Scopes.lists(job == null ? nearest(name) : job.getParent(), null));
    }

    /** Out of {@code images/base#12}. */
    private static String jobName(String run) {
        int number = run.lastIndexOf('#');
        return number < 0 ? run : run.substring(0, number);
    }

    /** The innermost folder of a job's full name that is still there. */
    private static ItemGroup<?> nearest(String name) {
        String rest = name;
        while (rest.contains("/")) {
            rest = rest.substring(0, rest.lastIndexOf('/'));
            if (Jenkins.get().getItemByFullName(rest) instanceof ItemGroup<?> group) {
                return group;
            }
        }
        return Jenkins.get();
    }

    @Override
    public Answer answer(Needs needs, String filesDirectory) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            CredentialFinder finder = new CredentialFinder(value -> mask.add(value.secrets()));
            return recorded.answer(record.credentials(), finder, filesDirectory);
        }
    }

    @Override
    public String mask(String line) {
        return mask.mask(line);
    }
}
