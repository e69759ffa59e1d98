package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/** The id of a volume, as in {@code vol-0abc}. */
record VolumeId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
