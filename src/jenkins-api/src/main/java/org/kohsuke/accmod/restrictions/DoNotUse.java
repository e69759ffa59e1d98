package org.kohsuke.accmod.restrictions;

import org.kohsuke.accmod.AccessRestriction;

/** Signature: access-modifier-annotation. */
public class DoNotUse extends AccessRestriction {}
