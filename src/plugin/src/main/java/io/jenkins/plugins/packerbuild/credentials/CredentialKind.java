package io.jenkins.plugins.packerbuild.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.ExtensionPoint;
import java.util.Optional;

/** Reads a kind of credential that a plugin brings which need not be there. */
public abstract class CredentialKind implements ExtensionPoint {

    /** The type of those that it can read. */
    public abstract Class<? extends StandardCredentials> type();

    /**
     * Reads one. May take seconds and may throw whatever that plugin throws.
     *
     * @return empty when it is of another type
     */
    public abstract Optional<CredentialValue> read(StandardCredentials credential);
}
