package hudson.tasks;

/** Signature: jenkins-core. */
public interface BuildStep {}
