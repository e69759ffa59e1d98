package hudson.model;

/** Signature: jenkins-core. */
public interface PersistenceRoot extends Saveable {}
