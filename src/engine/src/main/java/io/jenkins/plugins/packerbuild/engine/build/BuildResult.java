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
 * @param artifacts what is there, each once, also when a post-processor has failed or was cancelled after it was made
 * @param listed the same as Packer lists it: after a success, what was passed on stands there again
 */
public record BuildResult(
        String name,
        String type,
        BuildStatus status,
        Duration duration,
        String error,
        List<Artifact> artifacts,
        List<Artifact> listed) {

    /** Listed as they are. */
    public BuildResult(
            String name, String type, BuildStatus status, Duration duration, String error, List<Artifact> artifacts) {
        this(name, type, status, duration, error, artifacts, artifacts);
    }

    /** Copies its lists. */
    public BuildResult {
        artifacts = List.copyOf(artifacts);
        listed = List.copyOf(listed);
    }
}
