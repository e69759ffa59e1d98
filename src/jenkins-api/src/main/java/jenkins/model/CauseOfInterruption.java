package jenkins.model;

import java.io.Serializable;

/** Signature: jenkins-core. */
public abstract class CauseOfInterruption implements Serializable {
    public abstract String getShortDescription();
}
