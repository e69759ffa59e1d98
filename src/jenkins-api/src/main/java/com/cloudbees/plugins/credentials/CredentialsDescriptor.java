package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;

/** Signature: credentials. */
public abstract class CredentialsDescriptor extends Descriptor<Credentials> {}
