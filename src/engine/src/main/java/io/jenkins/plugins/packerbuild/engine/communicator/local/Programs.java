package io.jenkins.plugins.packerbuild.engine.communicator.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds programs as a shell does.
 *
 * @param environment its {@code PATH} is searched
 * @param directory names with a slash are relative to it
 */
record Programs(Map<String, String> environment, Path directory) {

    /** Where a program is; empty when there is none that may be run. */
    Optional<Path> find(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.contains("/")) {
            return runnable(directory, name);
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            Optional<Path> found = runnable(directory.resolve(folder), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> runnable(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name))
                    .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
