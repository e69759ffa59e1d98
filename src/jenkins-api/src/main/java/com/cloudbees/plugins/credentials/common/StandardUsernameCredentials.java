package com.cloudbees.plugins.credentials.common;

/** Signature: credentials. */
public interface StandardUsernameCredentials extends StandardCredentials, UsernameCredentials {}
