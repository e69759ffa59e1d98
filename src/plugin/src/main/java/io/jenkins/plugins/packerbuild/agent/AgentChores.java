package io.jenkins.plugins.packerbuild.agent;

import hudson.FilePath;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What is done on an agent for sessions that nobody leads. Each call may take seconds. */
public final class AgentChores {

    private final AgentNode agent;

    AgentChores(AgentNode agent) {
        this.agent = agent;
    }

    /**
     * The path of a session directory that is not there yet.
     *
     * @throws IOException when the agent is offline
     */
    public String freshDirectory() throws IOException {
        return agent.store()
                .child("sessions")
                .child(UUID.randomUUID().toString())
                .getRemote();
    }

    /**
     * Deletes a session's directory.
     *
     * @throws IOException when the agent is offline, or does not let it go
     */
    public void delete(SessionRecord session) throws IOException, InterruptedException {
        FilePath directory = agent.path(session.directory());
        Remote.call(agent.label(), Remote.USUAL, () -> directory.act(new FolderCall.Delete()));
    }

    /**
     * Removes old session directories, and credentials in those that are not so old.
     *
     * @param known names of directories that somebody asks for
     * @throws IOException when the agent is offline
     */
    public void sweep(Set<String> known) throws IOException, InterruptedException {
        FilePath store = agent.store();
        StoreCall.Sweep sweep = new StoreCall.Sweep(new HashSet<>(known));
        String answer = Remote.call(agent.label(), Remote.USUAL, () -> store.act(sweep));
        if (!answer.isEmpty()) {
            throw new IOException(
                    "Could not sweep '" + store.getRemote() + "' on agent " + agent.label() + ": " + answer);
        }
    }
}
