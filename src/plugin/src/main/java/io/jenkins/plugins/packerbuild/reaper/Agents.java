package io.jenkins.plugins.packerbuild.reaper;

import hudson.model.Node;
import hudson.slaves.EphemeralNode;
import io.jenkins.plugins.packerbuild.session.Ticker;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** The agents as Jenkins sees them now. One thread. */
final class Agents {

    private final Absences absences;

    Agents(Ticker ticker) {
        absences = new Absences(ticker);
    }

    /** What is known of one; the empty name is the controller's own node. */
    Orphan.Agent state(String name) {
        Node node = node(name);
        boolean online = node != null && isOnline(node);
        Orphan.Agent.State state = online
                ? Orphan.Agent.State.ONLINE
                : node == null ? Orphan.Agent.State.REMOVED : Orphan.Agent.State.AWAY;
        return new Orphan.Agent(state, absences.seen(name, online));
    }

    /** Names of those that are online, with those last that were made for one build. */
    List<String> online() {
        List<String> lasting = new ArrayList<>();
        List<String> shortLived = new ArrayList<>();
        for (Node node : Jenkins.get().getNodes()) {
            if (isOnline(node)) {
                (node instanceof EphemeralNode ? shortLived : lasting).add(node.getNodeName());
            }
        }
        lasting.addAll(shortLived);
        lasting.add("");
        return lasting;
    }

    private static hudson.model.@org.jspecify.annotations.Nullable Node node(String name) {
        return name.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(name);
    }

    private static boolean isOnline(Node node) {
        return node.getChannel() != null && node.getRootPath() != null;
    }
}
