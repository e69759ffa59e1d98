package io.jenkins.plugins.packerbuild.metadata;

import hudson.model.Run;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The pages of the builders' logs of a session: finds the builder by its number. */
public final class SessionLogs {
    private final Run<?, ?> run;
    private final SessionResult session;

    SessionLogs(Run<?, ?> run, SessionResult session) {
        this.run = run;
        this.session = session;
    }

    /** The log of one builder; null, and so a page that is not found, when there is none. */
    public @Nullable BuilderLog getDynamic(String token, StaplerRequest2 request, StaplerResponse2 response) {
        for (BuilderResult builder : session.getBuilders()) {
            if (token.equals(Integer.toString(builder.getIndex()))) {
                return new BuilderLog(run, session, builder);
            }
        }
        return null;
    }
}
