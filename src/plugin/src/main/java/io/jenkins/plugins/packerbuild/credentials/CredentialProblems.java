package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;

/** The sentences about credentials that cannot be used. */
final class CredentialProblems {

    private CredentialProblems() {}

    /** There is none, or it must not be used from there: the same words for both. */
    static SessionException unknown(CredentialLevel level, CredentialEntry entry, String wanted) {
        return new SessionException("Could not find " + subject(level, entry)
                + ": no credential with this ID may be used there. " + cure(level, entry, wanted));
    }

    static SessionException wrongKind(FoundCredential found, String wanted) {
        return new SessionException("Could not use " + subject(found.level(), found.entry()) + ": it is "
                + found.value().kind() + ", but wanted is " + wanted + ". "
                + cure(found.level(), found.entry(), wanted));
    }

    static SessionException passphrase(FoundCredential found) {
        return new SessionException("Could not use " + subject(found.level(), found.entry())
                + ": its key has a passphrase. Give a key without one: it is closed to others all the same.");
    }

    private static String subject(CredentialLevel level, CredentialEntry entry) {
        return "credential '" + entry.credentialsId() + "' for " + entry.purpose() + " in "
                + level.vault().place();
    }

    private static String cure(CredentialLevel level, CredentialEntry entry, String wanted) {
        String line = new CredentialEntry(entry.builder(), entry.variable(), "ID", entry.endpoint()).line();
        String where = level.ofStep()
                ? "Write " + line + " in the step"
                : "Correct the list 'Packer credentials' of " + level.owner() + ", or write " + line + " in the step,";
        return where + " with the ID of " + wanted + ".";
    }
}
