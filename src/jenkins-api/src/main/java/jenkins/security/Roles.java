package jenkins.security;

/** Signature: jenkins-core. */
public class Roles {}
