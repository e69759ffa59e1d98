package io.jenkins.plugins.packerbuild.session;

import java.util.List;

/** Hears what a session tells while it runs. Called by one thread at a time. */
public interface SessionListener {

    /** Whole lines for the build log, in order, without line ends and without secrets. */
    void print(List<String> lines);

    /** A builder or an artifact has changed, or the session's status. */
    void changed(SessionReport report);
}
