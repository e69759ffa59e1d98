package hudson.console;

import hudson.ExtensionPoint;

/** Signature: jenkins-core. */
public abstract class ConsoleAnnotatorFactory<T> implements ExtensionPoint {
    public abstract ConsoleAnnotator<T> newInstance(T context);
}
