package hudson.model;

import hudson.model.queue.SubTask;
import jenkins.model.FullyNamedModelObject;

/** Signature: jenkins-core. */
public abstract class Queue implements Saveable {
    /** Signature: jenkins-core. */
    public interface Task extends FullyNamedModelObject, SubTask {}

    /** Signature: jenkins-core. */
    public interface Executable extends Runnable {}
}
