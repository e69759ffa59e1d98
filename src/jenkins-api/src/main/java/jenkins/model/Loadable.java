package jenkins.model;

/** Signature: jenkins-core. */
public interface Loadable {}
