package hudson.slaves;

/** Signature: jenkins-core. */
public interface EphemeralNode {}
