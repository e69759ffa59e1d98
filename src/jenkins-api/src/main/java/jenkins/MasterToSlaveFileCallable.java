package jenkins;

import jenkins.agents.ControllerToAgentFileCallable;

/** Signature: jenkins-core. */
public abstract class MasterToSlaveFileCallable<T> implements ControllerToAgentFileCallable<T> {}
