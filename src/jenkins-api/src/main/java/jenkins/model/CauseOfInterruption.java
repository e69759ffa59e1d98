package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import java.io.Serializable;

/** Signature: jenkins-core. */
public abstract class CauseOfInterruption implements Serializable {
    public abstract String getShortDescription();

    public void print(TaskListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Signature: jenkins-core. */
    public static final class UserInterruption extends CauseOfInterruption {
        public UserInterruption(@NonNull String userId) {}

        public String getShortDescription() {
            throw new UnsupportedOperationException();
        }
    }
}
