package hudson.model;

/** Signature: jenkins-core. */
public interface Saveable {}
