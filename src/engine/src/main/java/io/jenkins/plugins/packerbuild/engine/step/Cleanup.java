package io.jenkins.plugins.packerbuild.engine.step;

/** Takes away what a step has made. Runs once, also after a failure or a cancel, which it does not notice. */
@FunctionalInterface
public interface Cleanup {

    /**
     * Does it.
     *
     * @param cancellation is cancelled when the cleanup's own deadline is over, never because the build was cancelled
     */
    void run(io.jenkins.plugins.packerbuild.engine.time.Cancellation cancellation);
}
