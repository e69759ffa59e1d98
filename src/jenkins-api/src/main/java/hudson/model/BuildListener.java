package hudson.model;

/** Signature: jenkins-core. */
public interface BuildListener extends TaskListener {}
