package com.cloudbees.plugins.credentials;

import java.io.Serializable;

/** Signature: credentials. */
public enum CredentialsScope implements Serializable {
    SYSTEM,
    GLOBAL,
    USER;
}
