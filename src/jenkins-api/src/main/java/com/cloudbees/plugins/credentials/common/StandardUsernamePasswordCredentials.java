package com.cloudbees.plugins.credentials.common;

/** Signature: credentials. */
public interface StandardUsernamePasswordCredentials extends StandardUsernameCredentials, UsernamePasswordCredentials {}
