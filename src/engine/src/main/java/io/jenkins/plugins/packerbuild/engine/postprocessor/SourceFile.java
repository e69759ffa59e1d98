package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file of an artifact that is read.
 *
 * @param name as the artifact has it, for people and for entries of archives
 * @param path where it lies, absolute
 */
public record SourceFile(String name, Path path) {

    private static final int BUFFER = 1 << 16;

    /** Takes the bytes of a file, piece by piece. */
    @FunctionalInterface
    public interface Sink {
        /** Takes the first {@code length} bytes of a buffer that is used again. */
        void write(byte[] buffer, int offset, int length) throws IOException;
    }

    /**
     * A path that an artifact names, as seen from the directory in which the engine works.
     *
     * @throws BuildException when no file can have that name here
     */
    public static SourceFile of(String name, Path workingDirectory) {
        try {
            return new SourceFile(name, workingDirectory.resolve(name));
        } catch (InvalidPathException e) {
            throw new BuildException(
                    Problem.of("Could not use file name '" + name + "': " + e.getReason() + ".")
                            .withCure("Use another name, or a locale with UTF-8."),
                    e);
        }
    }

    /** The last part of its name. */
    public String baseName() {
        Path last = path.getFileName();
        return last == null ? name : last.toString();
    }

    /** Whether both are one file of the disk, by whatever name. */
    public boolean isSameFile(Path other) throws IOException {
        return path.equals(other) || Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other);
    }

    /**
     * Opens it.
     *
     * @throws IOException when it is not there, may not be read, or is something else than a file
     */
    public InputStream open() throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(name, null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileSystemException(name, null, "not a regular file");
        }
        return Files.newInputStream(path);
    }

    /**
     * Passes all of a stream on.
     *
     * @return how many bytes
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     */
    public static long pump(InputStream from, Sink to, Cancellation cancellation) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            cancellation.throwIfCancelled();
            to.write(buffer, 0, length);
            total += length;
        }
        return total;
    }
}
