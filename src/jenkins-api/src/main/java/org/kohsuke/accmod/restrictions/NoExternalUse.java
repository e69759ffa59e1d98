package org.kohsuke.accmod.restrictions;

/** Signature: access-modifier-annotation. */
public class NoExternalUse extends DoNotUse {}
