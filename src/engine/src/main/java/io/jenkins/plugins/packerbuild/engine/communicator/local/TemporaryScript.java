package io.jenkins.plugins.packerbuild.engine.communicator.local;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A script in a file that only its owner can read and run, under a name that nobody can guess. Closing it removes it. */
public final class TemporaryScript implements AutoCloseable {

    private final Path path;

    private TemporaryScript(Path path) {
        this.path = path;
    }

    /**
     * Writes it.
     *
     * @param directory where it lies
     * @param suffix what its name ends with, as in {@code .cmd}
     * @throws BuildException when it cannot be written; nothing of it remains
     */
    public static TemporaryScript write(Path directory, String suffix, byte[] content) {
        try {
            return Forks.write(() -> create(directory, suffix, content));
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Error preparing shell script: could not write a temporary file in '" + directory + "': "
                                    + e.getMessage() + ".")
                            .withCure("Let TMPDIR name a directory with room where you may write."),
                    e);
        }
    }

    private static TemporaryScript create(Path directory, String suffix, byte[] content) throws IOException {
        Path path = Files.createTempFile(directory, "packer-shell", suffix, ownerOnly(directory));
        try {
            Files.write(path, content);
            return new TemporaryScript(path);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Absolute when its directory was. */
    public Path path() {
        return path;
    }

    /**
     * Removes it.
     *
     * @throws BuildException when it remains: it may hold a secret
     */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not remove temporary script '" + path + "': " + e.getMessage() + ".")
                            .withCure("Remove it by hand: it may hold a secret."),
                    e);
        }
    }
}
