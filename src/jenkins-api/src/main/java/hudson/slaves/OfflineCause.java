package hudson.slaves;

/** Signature: jenkins-core. */
public abstract class OfflineCause {}
