package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.Serializable;

/** Signature: credentials. */
public interface Credentials extends Describable<Credentials>, Serializable, ExtensionPoint {

    @NonNull CredentialsDescriptor getDescriptor();
}
