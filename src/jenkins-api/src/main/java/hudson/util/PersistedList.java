package hudson.util;

import java.util.AbstractList;

/** Signature: jenkins-core. */
public abstract class PersistedList<T> extends AbstractList<T> {}
