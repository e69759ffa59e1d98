package io.jenkins.plugins.packerbuild.run;

import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import java.io.IOException;

/** Who wants a session: a step of a Pipeline, or a build step. Called by one thread at a time. */
public interface Front {

    /**
     * The log to write to.
     *
     * @throws IOException when the step is over, so that nothing can be written any more
     */
    TaskListener log() throws IOException, InterruptedException;

    /** A short text that stands for the session, as in {@code example.json: 2/3 built}. */
    void label(String text);

    /** The session is over, and what came of it is recorded with the build. */
    void ended(SessionOutcome outcome);
}
