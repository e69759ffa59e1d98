package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The tags by which everything that a build makes can be found again.
 *
 * @param runId which run
 * @param build which of its builds, by name
 * @param expires when it has certainly been forgotten, ISO-8601; empty when only finding matters
 */
record RunTags(String runId, String build, String expires) {

    static final String RUN = "packer-build:run";
    static final String BUILD = "packer-build:build";
    static final String EXPIRES = "packer-build:expires";

    /** What a finished image loses. */
    static final Set<String> TEMPORARY = Set.of(BUILD, EXPIRES);

    /** Of a build that runs now. */
    static RunTags of(RunIdentity run, String build) {
        return new RunTags(
                run.runId(),
                build,
                run.expires().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Of a run that is dead. */
    static RunTags ofDead(String runId, String build) {
        return new RunTags(runId, build, "");
    }

    /** All of them. */
    Map<String, String> all() {
        Map<String, String> tags = new LinkedHashMap<>(finding());
        tags.put(EXPIRES, expires);
        return tags;
    }

    /** All of them after the user's own. */
    Map<String, String> after(Map<String, String> own) {
        Map<String, String> tags = new LinkedHashMap<>(own);
        tags.putAll(all());
        return tags;
    }

    /** Those that say whose it is. */
    Map<String, String> finding() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(RUN, runId);
        tags.put(BUILD, build);
        return tags;
    }
}
