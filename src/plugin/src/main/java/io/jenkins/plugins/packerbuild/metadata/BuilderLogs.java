package io.jenkins.plugins.packerbuild.metadata;

import hudson.model.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The pages of the builders' logs of a run: finds the session by its place or by its id. */
public final class BuilderLogs {
    private final Run<?, ?> run;
    private final List<SessionResult> sessions;

    BuilderLogs(Run<?, ?> run, List<SessionResult> sessions) {
        this.run = run;
        this.sessions = sessions;
    }

    /** The logs of one session; null, and so a page that is not found, when there is none. */
    public @Nullable SessionLogs getDynamic(String token, StaplerRequest2 request, StaplerResponse2 response) {
        for (int place = 0; place < sessions.size(); place++) {
            SessionResult session = sessions.get(place);
            if (token.equals(session.getId()) || token.equals(Integer.toString(place))) {
                return new SessionLogs(run, session);
            }
        }
        return null;
    }
}
