package io.jenkins.plugins.packerbuild.engine.cli;

/** Which engine this is. */
final class EngineVersion {

    /** As in the jar's manifest; {@code dev} when the classes do not come from a jar. */
    static final String TEXT = text();

    /** The Packer whose templates it reads. */
    static final String TEMPLATES = "1.6.6";

    private EngineVersion() {}

    private static String text() {
        String version = EngineVersion.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
