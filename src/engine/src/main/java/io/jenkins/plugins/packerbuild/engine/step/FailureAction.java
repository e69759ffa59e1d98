package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;

/** What is done when a build has failed, before what it has made is taken away. Runs once, and not after a cancel. */
@FunctionalInterface
public interface FailureAction {

    /**
     * Does it.
     *
     * @param failure why the build has failed
     * @param scope its cancellation is cancelled with the build, or when the action's own deadline is over
     * @throws BuildException takes the place of the build's failure
     */
    void run(BuildException failure, BuildScope scope);
}
