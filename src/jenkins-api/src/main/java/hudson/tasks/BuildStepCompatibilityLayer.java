package hudson.tasks;

/** Signature: jenkins-core. */
@Deprecated
public abstract class BuildStepCompatibilityLayer implements BuildStep {}
