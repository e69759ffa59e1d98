package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/** The id of a machine, as in {@code i-0abc}. */
record InstanceId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
