package jenkins.tasks.filters;

/** Signature: jenkins-core. */
public interface EnvVarsFilterableBuilder {}
