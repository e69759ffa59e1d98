package io.jenkins.plugins.packerbuild.engine.postprocessor;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file in the making, beside its place: nobody ever sees half of it. {@link #finish()} puts it in its place, closing
 * without that leaves nothing. For one thread.
 */
public final class Draft implements Closeable {

    private final Path target;
    private final Path file;
    private final OutputStream stream;

    private Draft(Path target, Path file) throws IOException {
        this.target = target;
        this.file = file;
        this.stream = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16);
    }

    /**
     * Begins one, with the access rights that a new file gets. What a symbolic link points to is replaced, not the link.
     *
     * @param path absolute; its directory is there
     * @throws IOException when there is something that is no file, or may not be written
     */
    public static Draft of(Path path) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a directory");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "not a regular file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        return new Draft(target, target.resolveSibling(".packer-build-" + UUID.randomUUID() + ".tmp"));
    }

    /** Where its content goes; buffered. */
    public OutputStream stream() {
        return stream;
    }

    /** Puts it in its place, also over a file that is there. */
    public void finish() throws IOException {
        stream.close();
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
