package com.cloudbees.plugins.credentials;

import java.io.Serializable;

/** Signature: credentials. */
public interface CredentialsMatcher extends Serializable {}
