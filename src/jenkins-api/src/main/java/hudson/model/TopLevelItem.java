package hudson.model;

import hudson.ExtensionPoint;

/** Signature: jenkins-core. */
public interface TopLevelItem extends Item, ExtensionPoint, Describable<TopLevelItem> {}
