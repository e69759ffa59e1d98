package io.jenkins.plugins.packerbuild.engine.communicator;

/**
 * A command line for the login's shell on the machine.
 *
 * @param line as in {@code sudo systemctl stop web}
 */
public record Command(String line) {}
