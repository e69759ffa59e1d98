package hudson.init;

/** Signature: jenkins-core. */
public enum TermMilestone {
    STARTED,
    COMPLETED;
}
