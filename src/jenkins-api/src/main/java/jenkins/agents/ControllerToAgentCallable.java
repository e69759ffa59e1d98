package jenkins.agents;

import hudson.remoting.Callable;

/** Signature: jenkins-core. */
public interface ControllerToAgentCallable<V, T extends Throwable> extends Callable<V, T> {}
