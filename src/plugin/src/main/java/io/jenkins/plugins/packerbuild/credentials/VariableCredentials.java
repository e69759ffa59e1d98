package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Credential;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives values to template variables. The step's credentials are always given (the engine prefers var files to them, and
 * them to a default); the lists' only to a variable that has no value.
 */
final class VariableCredentials {

    private static final String WANTED = "a secret text, a username with password (the password is the value), a secret"
            + " file or an SSH key (the path of the file is the value)";

    private final SecretSources sources;
    private final CredentialFinder finder;
    private final AnswerDraft draft;
    private final Set<String> given = new HashSet<>();

    VariableCredentials(SecretSources sources, CredentialFinder finder, AnswerDraft draft) {
        this.sources = sources;
        this.finder = finder;
        this.draft = draft;
    }

    /** Gives to those without a value, and whatever the step asks for. */
    void giveTo(List<String> wanted) throws SessionException {
        for (CredentialLevel level : sources.ofStep()) {
            for (CredentialEntry entry : level.entries()) {
                if (entry.isForVariable()) {
                    giveUnlessKnown(level, entry);
                }
            }
        }
        for (String variable : wanted) {
            for (CredentialLevel level : sources.lists()) {
                Optional<CredentialEntry> entry = level.entryFor(variable);
                if (entry.isPresent()) {
                    giveUnlessKnown(level, entry.get());
                }
            }
        }
    }

    private void giveUnlessKnown(CredentialLevel level, CredentialEntry entry) throws SessionException {
        String variable = entry.variable();
        if (sources.variables().containsKey(variable)) {
            if (level.ofStep()) {
                draft.remark(entry.line() + " is not used: 'vars' has a value for this variable.");
            }
        } else if (given.add(variable)) {
            FoundCredential found = finder.find(level, entry, WANTED);
            draft.give(credential(found, draft));
            draft.remember(found, variable);
            draft.remark("Variable '" + variable + "' gets " + found.words() + ".");
        }
    }

    /** The value of a variable, as the engine gets it. */
    static Credential credential(FoundCredential found, AnswerDraft draft) throws SessionException {
        String value = found.value()
                .text()
                .or(() -> found.value().file().map(file -> draft.path(found, file)))
                .orElseThrow(() -> CredentialProblems.wrongKind(found, WANTED));
        CredentialEntry entry = found.entry();
        return new Credential(true, entry.variable(), Map.of("value", value), entry.endpoints(), entry.credentialsId());
    }
}
