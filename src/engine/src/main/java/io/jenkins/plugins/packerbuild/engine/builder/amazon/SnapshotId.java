package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/** The id of a volume's snapshot, as in {@code snap-0abc}. */
record SnapshotId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
