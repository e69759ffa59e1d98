package io.jenkins.plugins.packerbuild.metadata;

import hudson.model.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The pages of the builders' logs of a session: finds the builder by its place. */
public final class SessionLogs {
    private final Run<?, ?> run;
    private final SessionResult session;

    SessionLogs(Run<?, ?> run, SessionResult session) {
        this.run = run;
        this.session = session;
    }

    /** The log of one builder; null, and so a page that is not found, when there is none. */
    public @Nullable BuilderLog getDynamic(String token, StaplerRequest2 request, StaplerResponse2 response) {
        List<BuilderResult> builders = session.getBuilders();
        for (int place = 0; place < builders.size(); place++) {
            if (token.equals(Integer.toString(place))) {
                return new BuilderLog(run, session, place);
            }
        }
        return null;
    }
}
