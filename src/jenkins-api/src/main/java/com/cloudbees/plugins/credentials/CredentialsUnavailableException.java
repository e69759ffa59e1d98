package com.cloudbees.plugins.credentials;

/** Signature: credentials. */
public class CredentialsUnavailableException extends RuntimeException {}
