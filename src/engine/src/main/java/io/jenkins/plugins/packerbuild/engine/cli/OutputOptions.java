package io.jenkins.plugins.packerbuild.engine.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command prints. {@code -machine-readable} is taken out of the arguments before, since Packer allows it anywhere. */
final class OutputOptions {

    @Option(
            names = {"-color", "--color"},
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Colour; on for a terminal.")
    @Nullable Boolean color;

    @Option(
            names = {"-timestamp-ui", "--timestamp-ui"},
            arity = "0..1",
            fallbackValue = "true",
            description = "Put the time in front of every message.")
    boolean timestamps;

    /** Whether colour is on: as asked for, else for a terminal without {@code PACKER_NO_COLOR}. */
    boolean colorOn(Terminal terminal) {
        if (color != null) {
            return color;
        }
        return terminal.interactive() && terminal.variable("PACKER_NO_COLOR").isEmpty();
    }
}
