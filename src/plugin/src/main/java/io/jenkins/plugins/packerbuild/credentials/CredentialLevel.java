package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionSecrets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of one place, with the vault that they are looked up in. The step's entries come first, then those of the
 * folders from the inside out, then the global ones.
 *
 * @param owner who wrote the entries, in words: {@code the step}
 * @param ofStep whether the step has them; only then a build may be meant by its name: a template is not a trusted place,
 *     and must not take an administrator's credential by calling a build like another builder type
 */
record CredentialLevel(String owner, boolean ofStep, List<CredentialEntry> entries, Vault vault) {

    CredentialLevel {
        entries = List.copyOf(entries);
    }

    /** Those for a build: when there are some for its name, only these. */
    List<CredentialEntry> entriesFor(SessionSecrets.Build build) {
        List<CredentialEntry> named =
                ofStep ? forBuilders().filter(entry -> entry.isForName(build)).toList() : List.of();
        return named.isEmpty()
                ? forBuilders().filter(entry -> entry.isForType(build)).toList()
                : named;
    }

    /** The one for a variable. */
    Optional<CredentialEntry> entryFor(String variable) {
        return entries.stream()
                .filter(CredentialEntry::isForVariable)
                .filter(entry -> entry.variable().equals(variable))
                .findFirst();
    }

    private Stream<CredentialEntry> forBuilders() {
        return entries.stream().filter(entry -> !entry.isForVariable());
    }
}
