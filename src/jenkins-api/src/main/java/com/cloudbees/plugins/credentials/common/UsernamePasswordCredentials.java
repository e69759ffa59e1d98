package com.cloudbees.plugins.credentials.common;

/** Signature: credentials. */
public interface UsernamePasswordCredentials extends UsernameCredentials, PasswordCredentials {}
