package io.jenkins.plugins.packerbuild.engine.step;

import java.util.Locale;
import java.util.Optional;

/** What happens to the cloud resources of a build that failed: Packer's {@code -on-error}. */
public enum OnError {
    /** All cleanups run. */
    CLEANUP,
    /** Nothing is cleaned up, and the build says what is left. A cancelled build is cleaned up all the same. */
    ABORT;

    /** From the option's value, as in {@code cleanup}; empty for values that are not known. */
    public static Optional<OnError> parse(String text) {
        for (OnError value : values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
