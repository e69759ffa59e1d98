package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that only one process can make. The process holds the system's lock on it, too, and has signed it: when it dies,
 * the next one sees a signed file that nobody holds, and takes it over. An unsigned one may be Packer's and is left alone.
 */
final class LockFile implements Closeable {

    private static final int LONGEST_SIGNATURE = 100;

    /** Behind the signature, which others must be able to read. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the file, or takes that of a dead process over.
     *
     * @return empty when another one has it
     * @throws IOException when it can be neither made nor read
     */
    static Optional<LockFile> tryToTake(Path path) throws IOException {
        try {
            return Optional.of(make(path));
        } catch (FileAlreadyExistsException e) {
            return takeOver(path);
        }
    }

    private static LockFile make(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        LockFile file = new LockFile(path, channel);
        try {
            if (tryLock(channel) != null) {
                String signature = ProcessHandle.current().pid() + " " + UUID.randomUUID();
                channel.write(ByteBuffer.wrap(signature.getBytes(StandardCharsets.UTF_8)));
            }
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static Optional<LockFile> takeOver(Path path) throws IOException {
        boolean taken = false;
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException | AccessDeniedException e) {
            // It has gone just now, or is another user's: that one may still have it.
            return Optional.empty();
        }
        try {
            taken = tryLock(channel) != null && isSignedAndStill(path, channel);
            return taken ? Optional.of(new LockFile(path, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Null where another one has it, and where the system has no such locks: then nothing is signed or taken over. */
    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException | IOException e) {
            return null;
        }
    }

    /** Else another one has removed it and perhaps made its own in the meantime. */
    private static boolean isSignedAndStill(Path path, FileChannel channel) throws IOException {
        ByteBuffer signature = ByteBuffer.allocate(LONGEST_SIGNATURE);
        channel.read(signature, 0);
        byte[] signed = new byte[signature.flip().remaining()];
        signature.get(signed);
        try {
            return signed.length > 0 && Arrays.equals(signed, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Removes it. Unsigned first, so that nobody takes over what is about to go. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
