package io.jenkins.plugins.packerbuild.engine.time;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;

/** The build was asked to stop. Not a failure of its own: cleanups run, and the build ends as cancelled. */
public final class CancelledException extends BuildException {

    /** With the reason that was given to {@link Cancellation#cancel(String)}, as in {@code received SIGTERM}. */
    public CancelledException(String reason) {
        super(Problem.of("Cancelled: " + reason + "."));
    }
}
