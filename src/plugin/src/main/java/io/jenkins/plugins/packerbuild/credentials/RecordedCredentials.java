package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import io.jenkins.plugins.packerbuild.session.SessionRecord.CredentialName;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Answer;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Credential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds again what a session was given, by the names in its record: to mask lines after a restart, and to clean up. What
 * cannot be found is said and does not hinder the rest.
 *
 * @param own the vault of the build, or of its job when it is gone
 * @param lists the lists whose entries may have been used, as they are now
 */
record RecordedCredentials(Optional<Vault> own, List<CredentialLevel> lists) {

    RecordedCredentials {
        lists = List.copyOf(lists);
    }

    /** Everything that can still be found, for a cleanup: with each option that it can serve. */
    Answer answer(List<CredentialName> names, CredentialFinder finder, String filesDirectory) {
        AnswerDraft draft = new AnswerDraft(filesDirectory);
        for (CredentialName name : new LinkedHashSet<>(names)) {
            try {
                Optional<FoundCredential> found = find(name, finder);
                if (found.isPresent()) {
                    give(name, found.get(), draft);
                } else {
                    draft.remark("Could not find credential '" + name.credentialsId() + "' for '" + name.target()
                            + "' again" + place() + ". What needs it for its removal stays.");
                }
            } catch (SessionException e) {
                draft.remark(String.valueOf(e.getMessage()));
            }
        }
        return draft.answer(Map.of());
    }

    /** Only tells the finder's listener what is known; what went wrong is returned. */
    List<String> reveal(List<CredentialName> names, CredentialFinder finder) {
        List<String> problems = new ArrayList<>();
        for (CredentialName name : new LinkedHashSet<>(names)) {
            try {
                find(name, finder);
            } catch (SessionException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }

    private static void give(CredentialName name, FoundCredential found, AnswerDraft draft) throws SessionException {
        draft.remember(found, name.target());
        if (name.variable()) {
            draft.give(VariableCredentials.credential(found, draft));
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>(found.value().digitalOceanFields());
        fields.putAll(found.value().amazonFields());
        if (!fields.isEmpty()) {
            draft.give(
                    new Credential(false, name.target(), fields, found.entry().endpoints(), name.credentialsId()));
        }
    }

    private Optional<FoundCredential> find(CredentialName name, CredentialFinder finder) throws SessionException {
        for (CredentialLevel level : levels(name)) {
            for (CredentialEntry entry : level.entries()) {
                if (isMeant(entry, name)) {
                    Optional<FoundCredential> found = finder.look(level, entry);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A list's entry that has got another endpoint since is another one. */
    private static boolean isMeant(CredentialEntry entry, CredentialName name) {
        return entry.credentialsId().equals(name.credentialsId())
                && entry.endpoint().equals(name.endpoint())
                && entry.isForVariable() == name.variable();
    }

    private List<CredentialLevel> levels(CredentialName name) {
        CredentialEntry entry = new CredentialEntry(
                name.variable() ? "" : name.target(),
                name.variable() ? name.target() : "",
                name.credentialsId(),
                name.endpoint());
        Stream<CredentialLevel> first =
                own.stream().map(vault -> new CredentialLevel("the build", true, List.of(entry), vault));
        return Stream.concat(first, lists.stream()).toList();
    }

    private String place() {
        return own.map(vault -> " in " + vault.place()).orElse("");
    }
}
