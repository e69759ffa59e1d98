package org.kohsuke.accmod;

/** Signature: access-modifier-annotation. */
public abstract class AccessRestriction {}
