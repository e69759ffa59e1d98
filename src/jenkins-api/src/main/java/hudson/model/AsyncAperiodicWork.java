package hudson.model;

/** Signature: jenkins-core. */
public abstract class AsyncAperiodicWork extends AperiodicWork {}
