package io.jenkins.plugins.packerbuild.engine.communicator.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to run on this computer.
 *
 * @param words the program and its arguments, as in {@code [/bin/sh, -c, "make image"]}
 * @param environment all of it: nothing of the engine's own is added
 * @param directory where it runs
 */
public record LocalCommand(List<String> words, Map<String, String> environment, Path directory) {

    /** Copies list and map. */
    public LocalCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
