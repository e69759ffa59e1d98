package io.jenkins.plugins.packerbuild.engine.step;

import java.util.Locale;
import java.util.Optional;

/**
 * What happens to the cloud resources of a build that failed: Packer's {@code -on-error}. A cancelled build is cleaned up
 * whatever it says.
 */
public enum OnError {
    /** All cleanups run. */
    CLEANUP,
    /** Nothing is cleaned up, and the build says what is left. */
    ABORT,
    /** The operator says whether to clean up, to leave everything, or to try the step again; with nobody there, clean up. */
    ASK,
    /** As abort, but what runs after a failure runs: the error-cleanup-provisioner. */
    RUN_CLEANUP_PROVISIONER;

    /** From the option's value, as in {@code run-cleanup-provisioner}; empty for values that are not known. */
    public static Optional<OnError> parse(String text) {
        for (OnError value : values()) {
            if (value.toString().equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
