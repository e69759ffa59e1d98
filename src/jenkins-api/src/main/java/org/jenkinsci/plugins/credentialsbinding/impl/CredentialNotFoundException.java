package org.jenkinsci.plugins.credentialsbinding.impl;

import hudson.AbortException;

/** Signature: credentials-binding. */
public class CredentialNotFoundException extends AbortException {
    public CredentialNotFoundException(String message) {}
}
