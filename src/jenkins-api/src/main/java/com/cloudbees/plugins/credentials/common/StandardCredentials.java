package com.cloudbees.plugins.credentials.common;

/** Signature: credentials. */
public interface StandardCredentials extends IdCredentials {}
