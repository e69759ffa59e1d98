package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The connection was gone before anything of the command or script had run: it may be tried again without harm. */
public final class NotStartedException extends BuildException {

    /** With the library's exception as cause. */
    public NotStartedException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
