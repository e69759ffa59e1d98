package com.cloudbees.plugins.credentials.common;

/** Signature: credentials. */
public class StandardListBoxModel
        extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {}
