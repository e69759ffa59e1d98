package jenkins.agents;

import hudson.FilePath;

/** Signature: jenkins-core. */
public interface ControllerToAgentFileCallable<T> extends FilePath.FileCallable<T> {}
