package hudson.tasks;

/** Signature: jenkins-core. */
public enum BuildStepMonitor {
    NONE,
    STEP,
    BUILD;
}
