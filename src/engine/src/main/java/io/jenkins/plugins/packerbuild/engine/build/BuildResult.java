package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import java.time.Duration;
import java.util.List;

/**
 * What came of one build.
 *
 * @param name the build's name
 * @param type the builder's type
 * @param status how it ended
 * @param duration from its start to the end of its cleanup; zero when it never started
 * @param error why it failed or was cancelled; empty after a success
 * @param artifacts what is there, also when a post-processor has failed after it was made
 */
public record BuildResult(
        String name, String type, BuildStatus status, Duration duration, String error, List<Artifact> artifacts) {

    /** Copies its list. */
    public BuildResult {
        artifacts = List.copyOf(artifacts);
    }
}
