package jenkins.security;

import jenkins.agents.ControllerToAgentCallable;

/** Signature: jenkins-core. */
public abstract class MasterToSlaveCallable<V, T extends Throwable> implements ControllerToAgentCallable<V, T> {}
