package io.jenkins.plugins.packerbuild.engine.step;

/**
 * One piece of a build: inputs in its constructor, one typed result. Registers its cleanup with the scope at the moment
 * when it has something to clean.
 *
 * @param <T> what it results in; {@link Void} is avoided by returning what was changed
 */
public interface Step<T> {

    /** Its name in messages, as in Packer: {@code StepRunSourceInstance}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Whether its failure is said at once, before cleanups that may take long; at the build's end it is said anyway. */
    default boolean tellsFailure() {
        return true;
    }

    /**
     * Does it. Must be able to run again after a failure, when its cleanups have run.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when the scope's cancellation is cancelled
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it fails
     */
    T run(BuildScope scope);
}
