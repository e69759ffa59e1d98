package org.kohsuke.stapler;

/** Signature: stapler. */
public interface StaplerProxy {}
