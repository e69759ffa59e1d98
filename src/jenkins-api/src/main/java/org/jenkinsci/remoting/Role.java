package org.jenkinsci.remoting;

/** Signature: remoting. */
public final class Role {}
