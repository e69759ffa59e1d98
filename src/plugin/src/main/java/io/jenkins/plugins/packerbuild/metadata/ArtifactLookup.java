package io.jenkins.plugins.packerbuild.metadata;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what other jobs have built. The caller has checked that the user may read the job. */
public final class ArtifactLookup {
    /** How many builds are looked at before giving up: each may have to be loaded from the disk. */
    public static final int MOST_BUILDS = 100;

    private ArtifactLookup() {}

    /**
     * The first artifact of a builder in the newest completed build that is a success, or unstable, and has one.
     *
     * @param builder the build's name in the template
     */
    public static Optional<Map<String, Object>> find(Job<?, ?> job, String builder) {
        Run<?, ?> run = job.getLastCompletedBuild();
        for (int looked = 0; run != null && looked < MOST_BUILDS; looked++) {
            Optional<SessionReport.Artifact> found = isGood(run) ? find(run, builder) : Optional.empty();
            if (found.isPresent()) {
                return Optional.of(ResultMap.artifact(found.get()));
            }
            run = run.getPreviousCompletedBuild();
        }
        return Optional.empty();
    }

    private static boolean isGood(Run<?, ?> run) {
        Result result = run.getResult();
        return result != null && result.isBetterOrEqualTo(Result.UNSTABLE);
    }

    /** The last session of the build that has one wins. */
    private static Optional<SessionReport.Artifact> find(Run<?, ?> run, String builder) {
        List<SessionReport> reports = PackerRunAction.reports(run);
        for (int place = reports.size() - 1; place >= 0; place--) {
            Optional<SessionReport.Artifact> found = reports.get(place).artifacts().stream()
                    .filter(artifact ->
                            artifact.isComplete() && artifact.builder().equals(builder))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
