package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;

/**
 * The tags that every temporary resource of a run carries.
 *
 * @param run as in {@code packer-build-run:0c4e...}; a finished snapshot keeps it
 * @param expires as in {@code packer-build-expires:1767409445}, in Unix seconds
 */
record TagNames(String run, String expires) {

    private static final String RUN = "packer-build-run:";

    static TagNames of(RunIdentity identity) {
        return new TagNames(
                ofRun(identity.runId()),
                "packer-build-expires:" + identity.expires().getEpochSecond());
    }

    static String ofRun(String runId) {
        return RUN + runId;
    }

    /** Whether the tag is one that finished snapshots keep. */
    static boolean isOfRun(String tag) {
        return tag.startsWith(RUN);
    }
}
