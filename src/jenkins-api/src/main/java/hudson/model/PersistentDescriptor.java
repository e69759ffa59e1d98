package hudson.model;

import jenkins.model.Loadable;

/** Signature: jenkins-core. */
public interface PersistentDescriptor extends Loadable, Saveable {}
