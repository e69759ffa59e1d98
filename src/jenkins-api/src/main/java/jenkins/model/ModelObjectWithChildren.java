package jenkins.model;

import hudson.model.ModelObject;

/** Signature: jenkins-core. */
public interface ModelObjectWithChildren extends ModelObject {}
