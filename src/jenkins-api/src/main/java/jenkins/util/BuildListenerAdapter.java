package jenkins.util;

import hudson.model.BuildListener;
import hudson.model.TaskListener;

/** Signature: jenkins-core. */
public abstract class BuildListenerAdapter implements BuildListener {
    public static BuildListener wrap(TaskListener l) {
        throw new UnsupportedOperationException();
    }
}
