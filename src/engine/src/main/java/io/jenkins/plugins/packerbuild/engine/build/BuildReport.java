package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import java.time.Duration;
import java.util.List;

/**
 * What came of a run.
 *
 * @param results one for each build, sorted by name
 * @param cancelled whether somebody asked the whole run to stop
 * @param duration from the first start to the last end
 */
public record BuildReport(List<BuildResult> results, boolean cancelled, Duration duration) {

    /** Copies its list. */
    public BuildReport {
        results = List.copyOf(results);
    }

    /** Whether every build has made what it should. */
    public boolean success() {
        return !cancelled && results.stream().allMatch(result -> result.status() == BuildStatus.SUCCEEDED);
    }
}
