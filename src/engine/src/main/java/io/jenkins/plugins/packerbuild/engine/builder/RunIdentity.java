package io.jenkins.plugins.packerbuild.engine.builder;

import java.time.Duration;
import java.time.Instant;

/**
 * Which run a build belongs to: what every temporary resource is tagged with.
 *
 * @param runId a UUID
 * @param start when the run began
 */
public record RunIdentity(String runId, Instant start) {

    private static final Duration LIFETIME = Duration.ofHours(24);

    /** When a temporary resource of this run has certainly been forgotten. */
    public Instant expires() {
        return start.plus(LIFETIME);
    }
}
