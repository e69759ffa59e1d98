package io.jenkins.plugins.packerbuild.reaper;

import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.SessionReport.Leftover;

/** One thing in a cloud that nobody removes by himself; for the administrator's page. */
public final class LeftThing {

    private final SessionRecord session;
    private final Leftover leftover;

    LeftThing(SessionRecord session, Leftover leftover) {
        this.session = session;
        this.leftover = leftover;
    }

    /** As in {@code droplet}. */
    public String getKind() {
        return leftover.kind();
    }

    /** The provider's id, or the mark by which it is found. */
    public String getId() {
        return leftover.id();
    }

    /** As in {@code digitalocean}. */
    public String getProvider() {
        return leftover.provider();
    }

    /** Where it is; may be empty. */
    public String getRegion() {
        return leftover.region();
    }

    /** Why it is still there; may be empty. */
    public String getNote() {
        return leftover.note();
    }

    /** The exact command that removes it; may be empty. */
    public String getCommand() {
        return leftover.command();
    }

    /** The agent that it was made from. */
    public String getAgent() {
        return session.node().isEmpty() ? "built-in" : session.node();
    }

    /** The build that has made it, as in {@code images/base#12}. */
    public String getRun() {
        return session.run();
    }
}
