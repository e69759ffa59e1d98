package org.jenkinsci.remoting;

import java.io.Serializable;

/** Signature: remoting. */
public interface SerializableOnlyOverRemoting extends Serializable {}
