package io.jenkins.plugins.packerbuild.engine.cli;

/** Packer's exit codes. */
final class ExitCode {

    /** All is well. */
    static final int SUCCESS = 0;

    /** Anything failed: the template, a build, a cleanup, or the command line itself. */
    static final int FAILURE = 1;

    /** No command, or one that nobody knows. */
    static final int NO_COMMAND = 127;

    private ExitCode() {}
}
