package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.step.Conduct;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import java.util.Map;

/**
 * How a run treats its builds.
 *
 * @param parallelBuilds how many run at the same time ({@code -parallel-builds=N}); 0 is no limit
 * @param parallelByType the same for one builder type ({@code -parallel-builds=digitalocean=10}); absent is no limit
 * @param failFast whether the first failure cancels the other builds
 * @param conduct how each build goes, and what happens to the resources of one that fails
 */
public record RunLimits(int parallelBuilds, Map<String, Integer> parallelByType, boolean failFast, Conduct conduct) {

    /** Copies its map. */
    public RunLimits {
        parallelByType = Map.copyOf(parallelByType);
    }

    /** Everything at once, each build on its own, cleanup after a failure. */
    public static RunLimits none() {
        return new RunLimits(0, Map.of(), false, Conduct.of(OnError.CLEANUP));
    }

    /** Whether one more of that type may start beside those that run. */
    boolean allow(String type, int running, int runningOfType) {
        boolean roomForAny = parallelBuilds <= 0 || running < parallelBuilds;
        int ofType = parallelByType.getOrDefault(type, 0);
        return roomForAny && (ofType <= 0 || runningOfType < ofType);
    }
}
