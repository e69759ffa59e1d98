package io.jenkins.plugins.packerbuild.credentials;

import hudson.EnvVars;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.packerbuild.session.SessionException;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.SessionSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.jenkinsci.plugins.credentialsbinding.masking.SecretPatterns;

/**
 * The secrets of a session that a build has started. Values of credentials are kept as texts to mask, and nowhere else;
 * nothing of it is ever written. Safe for use by several threads.
 */
public final class RunSecrets implements SessionSecrets {

    private static final Logger LOGGER = Logger.getLogger(RunSecrets.class.getName());

    private final SecretSources sources;
    private final RecordedCredentials recorded;
    private final LineMask mask = new LineMask(SecretPatterns::getAggregateSecretPattern);
    private volatile List<SessionRecord.CredentialName> unrevealed = List.of();

    private RunSecrets(Run<?, ?> run, EnvVars env, Set<String> sensitive, Given given) {
        RunVault vault = new RunVault(run);
        List<CredentialLevel> lists = Scopes.lists(run.getParent().getParent(), run);
        List<CredentialLevel> levels = new ArrayList<>();
        levels.add(new CredentialLevel("the step", true, Scopes.entries(given.ofStep()), vault));
        levels.addAll(lists);
        sources = new SecretSources(env, given.variables(), levels);
        recorded = new RecordedCredentials(Optional.of(vault), lists);
        mask.add(sources.secretTexts(sensitive));
    }

    /** What the step says. */
    private record Given(Map<String, String> variables, List<PackerCredential> ofStep) {}

    /**
     * For a new session.
     *
     * @param env the environment that the engine will have
     * @param sensitive the names of variables in it whose values are secrets
     * @param variables values of template variables, with nothing left to expand
     * @param ofStep the step's own entries
     */
    public static RunSecrets of(
            Run<?, ?> run,
            EnvVars env,
            Set<String> sensitive,
            Map<String, String> variables,
            List<PackerCredential> ofStep) {
        return new RunSecrets(run, env, sensitive, new Given(variables, ofStep));
    }

    /**
     * For a session that runs already: what it was given is found again before the first line is masked.
     *
     * @param record has the names of its credentials
     */
    public static RunSecrets resumed(
            Run<?, ?> run,
            EnvVars env,
            Set<String> sensitive,
            Map<String, String> variables,
            List<PackerCredential> ofStep,
            SessionRecord record) {
        RunSecrets secrets = of(run, env, sensitive, variables, ofStep);
        secrets.unrevealed = record.credentials();
        return secrets;
    }

    @Override
    public Answer answer(Needs needs, String filesDirectory) throws SessionException {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return sources.answer(needs, new CredentialFinder(value -> mask.add(value.secrets())), filesDirectory);
        }
    }

    @Override
    public String mask(String line) {
        if (!unrevealed.isEmpty()) {
            reveal();
        }
        return mask.mask(line);
    }

    /** Lines of other threads wait until all is known. */
    private synchronized void reveal() {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            recorded.reveal(unrevealed, new CredentialFinder(value -> mask.add(value.secrets())))
                    .forEach(LOGGER::warning);
        } finally {
            unrevealed = List.of();
        }
    }
}
