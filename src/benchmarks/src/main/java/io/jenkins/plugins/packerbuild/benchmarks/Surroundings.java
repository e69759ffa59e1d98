package io.jenkins.plugins.packerbuild.benchmarks;

/** On what was measured: figures without it mean nothing. */
final class Surroundings {

    private Surroundings() {}

    /** One line. */
    static String describe(boolean warmedUp) {
        return "Measured on " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version")
                + (warmedUp ? ", with" : ", without") + " the class archive of 'packer-build warmup'"
                + ". The critical path is what the clouds and plain ssh take by themselves.";
    }
}
