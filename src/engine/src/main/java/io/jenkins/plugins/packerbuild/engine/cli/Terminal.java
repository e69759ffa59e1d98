package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.session.OwnSessions;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The world of one command: its streams, environment and working directory.
 *
 * @param in standard input
 * @param out where everything for the user goes
 * @param log standard error, for {@code PACKER_LOG} only
 * @param environment the process environment
 * @param workingDirectory absolute; relative paths are relative to it
 * @param interactive whether a person sits at it
 * @param machineReadable {@code -machine-readable}
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream log,
        Map<String, String> environment,
        Path workingDirectory,
        boolean interactive,
        boolean machineReadable) {

    /** A variable of the environment; empty when unset or empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether {@code PACKER_LOG} asks for what a user normally does not see. */
    boolean verbose() {
        return variable("PACKER_LOG").filter(value -> !value.equals("0")).isPresent();
    }

    /** The session directories of runs that were given none. */
    OwnSessions sessions() {
        return OwnSessions.of(environment, Path.of(System.getProperty("user.home")));
    }

    Terminal machineReadable(boolean on) {
        return new Terminal(in, out, log, environment, workingDirectory, interactive, on);
    }
}
