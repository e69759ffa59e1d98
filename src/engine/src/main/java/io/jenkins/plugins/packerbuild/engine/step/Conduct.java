package io.jenkins.plugins.packerbuild.engine.step;

/**
 * How a build goes from step to step, and what it does after a failure.
 *
 * @param onError what happens to its resources when it fails
 * @param pauses {@code -debug}: whether it waits for the operator after each step
 * @param operator who answers
 */
public record Conduct(OnError onError, boolean pauses, Operator operator) {

    /** Without pauses and with nobody to ask. */
    public static Conduct of(OnError onError) {
        return new Conduct(onError, false, Operator.NOBODY);
    }
}
