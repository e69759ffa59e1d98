package hudson.model;

import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;

/** Signature: jenkins-core. */
public abstract class AperiodicWork extends SafeTimerTask implements ExtensionPoint {}
