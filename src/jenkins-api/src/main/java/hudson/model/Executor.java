package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Signature: jenkins-core. */
public abstract class Executor extends Thread implements ModelObject {
    public void interrupt() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public static Executor currentExecutor() {
        throw new UnsupportedOperationException();
    }
}
