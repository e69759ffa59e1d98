package io.jenkins.plugins.packerbuild.credentials;

/** A credential that was asked for and is there. */
record FoundCredential(CredentialLevel level, CredentialEntry entry, CredentialValue value) {

    boolean isSshKey() {
        return value instanceof CredentialValue.SshKey;
    }

    /** As in {@code credential 'do-token' (a secret text) of the step}. */
    String words() {
        return "credential '" + entry.credentialsId() + "' (" + value.kind() + ") of " + level.owner();
    }
}
