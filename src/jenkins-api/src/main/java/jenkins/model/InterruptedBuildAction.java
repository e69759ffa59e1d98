package jenkins.model;

import hudson.model.InvisibleAction;

/** Signature: jenkins-core. */
public class InterruptedBuildAction extends InvisibleAction {}
