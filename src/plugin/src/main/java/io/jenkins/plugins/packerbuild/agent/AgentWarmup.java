package io.jenkins.plugins.packerbuild.agent;

import hudson.FilePath;
import hudson.slaves.EphemeralNode;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets an agent prepare for its next build, after the first one has ended. Nothing depends on it. */
final class AgentWarmup {

    private static final Logger LOGGER = Logger.getLogger(AgentWarmup.class.getName());

    private final EngineSync sync;

    AgentWarmup(EngineSync sync) {
        this.sync = sync;
    }

    /** Starts it, if it was never started there. An agent that is made for one build has no next one. */
    void after(AgentNode agent) {
        try {
            if (agent.node() instanceof EphemeralNode) {
                return;
            }
            FilePath store = agent.store();
            String answer =
                    Remote.call(agent.label(), Remote.USUAL, () -> store.act(new StoreCall.WarmUp(sync.digest())));
            LOGGER.log(Level.FINE, "warm-up on {0}: {1}", new Object[] {agent.label(), answer});
        } catch (IOException e) {
            note(agent.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void note(String agent, IOException e) {
        LOGGER.log(Level.FINE, "no warm-up on '" + agent + "'", e);
    }
}
