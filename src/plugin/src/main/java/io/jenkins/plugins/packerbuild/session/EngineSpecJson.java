package io.jenkins.plugins.packerbuild.session;

/** Writes {@code spec.json}, protocol 1. */
public final class EngineSpecJson {

    private EngineSpecJson() {}

    /** The whole file. */
    public static byte[] write(EngineSpec spec) {
        throw new UnsupportedOperationException();
    }
}
