package jenkins.tasks.filters;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.Serializable;

/** Signature: jenkins-core. */
public interface EnvVarsFilterLocalRule extends Describable<EnvVarsFilterLocalRule>, ExtensionPoint, Serializable {}
