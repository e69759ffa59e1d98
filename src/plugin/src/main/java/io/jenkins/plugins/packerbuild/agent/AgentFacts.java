package io.jenkins.plugins.packerbuild.agent;

import java.io.File;
import java.io.Serializable;
import jenkins.agents.ControllerToAgentCallable;

/**
 * What an agent says of itself.
 *
 * @param javaHome of the Java that runs the agent
 * @param windows whether its scripts are batch files
 */
record AgentFacts(String javaHome, boolean windows) implements Serializable {

    /** Asks the agent. */
    record Ask() implements ControllerToAgentCallable<AgentFacts, RuntimeException> {
        @Override
        public AgentFacts call() {
            return new AgentFacts(System.getProperty("java.home"), File.separatorChar == '\\');
        }
    }
}
