package org.jenkinsci.remoting;

/** Signature: remoting. */
public interface RoleSensitive {}
