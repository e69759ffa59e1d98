package hudson.security;

/** Signature: jenkins-core. */
public final class Permission {}
