package io.jenkins.plugins.packerbuild.credentials;

/** A credential that was asked for and is there. */
record FoundCredential(CredentialLevel level, CredentialEntry entry, CredentialValue value) {

    /** Whether it is for machines and not for any provider. */
    boolean isSshKey() {
        return value instanceof CredentialValue.SshKey;
    }

    boolean hasPassphrase() {
        return value instanceof CredentialValue.SshKey key && !key.passphrase().isEmpty();
    }

    /** As in {@code credential 'do-token' (a secret text) of the step}. */
    String words() {
        return "credential '" + entry.credentialsId() + "' (" + value.kind() + ") of " + level.owner();
    }
}
