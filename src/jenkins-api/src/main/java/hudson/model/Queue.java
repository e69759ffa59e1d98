package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.queue.SubTask;

/** Signature: jenkins-core. */
public abstract class Queue implements Saveable {
    /** Signature: jenkins-core. */
    public interface Executable extends Runnable {
        @NonNull SubTask getParent();
    }
}
