package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/** The id of a machine image, as in {@code ami-0abc}. */
record AmiId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
