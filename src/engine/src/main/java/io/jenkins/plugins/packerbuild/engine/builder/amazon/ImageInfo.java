package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.List;
import java.util.Map;

/**
 * An image as EC2 describes it.
 *
 * @param id its id
 * @param state how far it is
 * @param failure why it failed; empty otherwise
 * @param origin what the templates of tags may ask for
 * @param rootDeviceType {@code ebs} or {@code instance-store}
 * @param snapshots of its block devices, as far as they are known yet
 * @param tags its tags
 */
record ImageInfo(
        AmiId id,
        State state,
        String failure,
        Origin origin,
        String rootDeviceType,
        List<SnapshotId> snapshots,
        Map<String, String> tags) {

    /** Copies its collections. */
    ImageInfo {
        snapshots = List.copyOf(snapshots);
        tags = Map.copyOf(tags);
    }

    /** How far it is. */
    enum State {
        /** Not to be used yet. */
        PENDING,
        /** Ready. */
        AVAILABLE,
        /** It will never be ready. */
        FAILED,
        /** It is going or gone. */
        DEREGISTERED
    }

    /**
     * Who made it when.
     *
     * @param name its name
     * @param creationDate ISO-8601
     * @param owner an account's number
     * @param ownerName as in {@code amazon}; empty for most
     */
    record Origin(String name, String creationDate, String owner, String ownerName) {}
}
