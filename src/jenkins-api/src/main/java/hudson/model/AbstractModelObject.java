package hudson.model;

/** Signature: jenkins-core. */
public abstract class AbstractModelObject {}
