package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Nothing of the command or script has run, as when the connection was gone before: it may be tried again without harm.
 */
public final class NotStartedException extends BuildException {

    /** With the library's exception as cause. */
    public NotStartedException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
