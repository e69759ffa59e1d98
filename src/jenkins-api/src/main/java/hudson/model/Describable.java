package hudson.model;

/** Signature: jenkins-core. */
public interface Describable<T extends Describable<T>> {}
