package io.jenkins.plugins.packerbuild.benchmarks;

/** On what was measured: figures without it mean nothing. */
final class Surroundings {

    private Surroundings() {}

    /** One line. */
    static String describe() {
        return "Measured on " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version")
                + ". The critical path is what the clouds and plain ssh take by themselves.";
    }
}
