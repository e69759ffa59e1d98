package jenkins.model;

import hudson.model.ModelObject;

/** Signature: jenkins-core. */
public interface FullyNamedModelObject extends ModelObject {}
