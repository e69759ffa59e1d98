package io.jenkins.plugins.packerbuild.agent;

import hudson.FilePath;
import hudson.model.Node;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.packerbuild.session.SessionHost;
import io.jenkins.plugins.packerbuild.session.Ticker;
import java.io.IOException;
import java.time.Duration;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/**
 * An agent by its name. It is looked up at every use: it may go and come back as another object. Used by one thread at a
 * time.
 */
final class AgentNode {

    /** An agent that was removed may be there again after a reload of the configuration, or from a cloud. */
    private static final Duration GONE = Duration.ofMinutes(5);

    private final String name;
    private final Ticker ticker;
    private @Nullable Duration missingSince;

    /**
     * By name.
     *
     * @param name empty for the built-in node
     */
    AgentNode(String name, Ticker ticker) {
        this.name = name;
        this.ticker = ticker;
    }

    /** As messages name it. */
    String label() {
        return name.isEmpty() ? "'built-in'" : "'" + name + "'";
    }

    /** As Jenkins names it. */
    String name() {
        return name;
    }

    /**
     * The node, which may be offline.
     *
     * @throws SessionHost.GoneException when it has not been there for five minutes
     */
    Node node() throws IOException {
        Jenkins jenkins = Jenkins.get();
        Node node = name.isEmpty() ? jenkins : jenkins.getNode(name);
        if (node != null) {
            missingSince = null;
            return node;
        }
        missingSince = missingSince == null ? ticker.uptime() : missingSince;
        if (ticker.uptime().minus(missingSince).compareTo(GONE) > 0) {
            throw new SessionHost.GoneException("Agent " + label() + " was removed from Jenkins.");
        }
        throw new IOException("Agent " + label() + " is not there any more.");
    }

    /**
     * The way to it.
     *
     * @throws IOException when it is offline
     */
    VirtualChannel channel() throws IOException {
        VirtualChannel channel = node().getChannel();
        if (channel == null) {
            throw new IOException("Agent " + label() + " is offline.");
        }
        return channel;
    }

    /** Its directory for Jenkins. */
    FilePath root() throws IOException {
        channel();
        FilePath root = node().getRootPath();
        if (root == null) {
            throw new IOException("Agent " + label() + " is offline.");
        }
        return root;
    }

    /** Where our engines and sessions are. */
    FilePath store() throws IOException {
        return root().child("caches").child("packer-build");
    }

    /** A path on it. */
    FilePath path(String remote) throws IOException {
        return new FilePath(channel(), remote);
    }

    /** Whether a failure means that it cannot be reached, and not that it refuses. */
    boolean isAway(IOException e) {
        if (e instanceof Remote.NoAnswerException || Channel.isClosedChannelException(e)) {
            return true;
        }
        try {
            channel();
            return false;
        } catch (IOException offline) {
            return true;
        }
    }

    /** What it says of itself. */
    AgentFacts facts() throws IOException, InterruptedException {
        VirtualChannel channel = channel();
        return Remote.call(label(), Remote.USUAL, () -> channel.call(new AgentFacts.Ask()));
    }
}
