package io.jenkins.plugins.packerbuild.engine.builder.amazon;

/** The id of a security group, as in {@code sg-0abc}. */
record GroupId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
