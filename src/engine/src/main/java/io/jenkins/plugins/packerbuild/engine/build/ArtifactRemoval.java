package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes images by the builder that has made them, and files. A file that another artifact has stays, by whatever name or
 * in a directory; so does a directory that is not empty then.
 */
final class ArtifactRemoval implements Chains.Removal {

    private final ImageBuilder builder;
    private final RunIdentity run;
    private final BuildScope scope;
    private final Path directory;

    /** @param directory where relative paths begin, absolute */
    ArtifactRemoval(ImageBuilder builder, RunIdentity run, BuildScope scope, Path directory) {
        this.builder = builder;
        this.run = run;
        this.scope = scope;
        this.directory = directory;
    }

    @Override
    public void remove(Artifact unwanted, Collection<Artifact> staying) {
        scope.cancellation().throwIfCancelled();
        if (!unwanted.images().isEmpty()) {
            builder.remove(unwanted, run, scope);
        }
        Set<Path> kept = staying.stream()
                .flatMap(artifact -> artifact.files().stream())
                .map(file -> real(directory.resolve(file)))
                .collect(Collectors.toSet());
        for (String file : unwanted.files()) {
            removeFile(file, kept);
        }
    }

    private void removeFile(String file, Set<Path> kept) {
        try {
            remove(directory.resolve(file), kept);
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not remove file '" + file + "': " + e.getMessage() + ".")
                            .withCure("Remove it by hand, or set \"keep_input_artifact\": true."),
                    e);
        }
    }

    private void remove(Path path, Set<Path> kept) throws IOException {
        Path real = real(path);
        if (kept.stream().anyMatch(real::startsWith)) {
            return;
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            return;
        }
        if (real(directory).startsWith(real)) {
            throw new IOException("the build works in this directory");
        }
        for (Path child : children(path)) {
            remove(child, kept);
        }
        if (children(path).isEmpty()) {
            Files.delete(path);
        }
    }

    private static Collection<Path> children(Path path) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.toList();
        }
    }

    /** By which two names of one file can be compared. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
