package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Two named pipes for a command's output. The pipes that {@link Process} offers are of no use here: they are closed when
 * the command ends, and with them the output of the daemons that it left behind.
 */
final class Pipes {

    /** Something that starts a process whose output goes to the two named pipes. */
    interface Starter {
        Process start() throws IOException;
    }

    private final PipePool pool;
    private final Path outPath;
    private final Path errPath;
    private final Path said;
    private @Nullable End out;
    private @Nullable End err;

    Pipes(PipePool pool, Path outPath, Path errPath, Path said) {
        this.pool = pool;
        this.outPath = outPath;
        this.errPath = errPath;
        this.said = said;
    }

    Path outPath() {
        return outPath;
    }

    Path errPath() {
        return errPath;
    }

    /** An ordinary file for what the watching shell says about the command's end. */
    Path said() {
        return said;
    }

    ReadableByteChannel out() {
        return opened(out);
    }

    ReadableByteChannel err() {
        return opened(err);
    }

    /**
     * Opens the reading ends and starts the process. A named pipe that is opened by one side only blocks until the other
     * comes; one that is open for both, as here until the process has its ends, does not.
     */
    Process connect(Starter starter) throws IOException {
        try (RandomAccessFile keepOut = new RandomAccessFile(outPath.toFile(), "rw");
                RandomAccessFile keepErr = new RandomAccessFile(errPath.toFile(), "rw")) {
            out = new End(FileChannel.open(outPath, StandardOpenOption.READ));
            err = new End(FileChannel.open(errPath, StandardOpenOption.READ));
            return starter.start();
        } catch (IOException | RuntimeException e) {
            release();
            throw e;
        }
    }

    /** Closes both ends; pipes that ran dry serve the next command, others may still have a writer and are thrown away. */
    void release() throws IOException {
        boolean dry = isDry(out) && isDry(err);
        close(out);
        close(err);
        out = null;
        err = null;
        if (dry) {
            pool.giveBack(this);
        } else {
            delete();
        }
    }

    private void delete() throws IOException {
        Files.deleteIfExists(outPath);
        Files.deleteIfExists(errPath);
        Files.deleteIfExists(said);
    }

    private static boolean isDry(@Nullable End end) {
        return end != null && end.dry;
    }

    private static void close(@Nullable End end) throws IOException {
        if (end != null) {
            end.close();
        }
    }

    private static End opened(@Nullable End end) {
        if (end == null) {
            throw new IllegalStateException("the pipes are not connected");
        }
        return end;
    }

    /** A reading end that remembers whether its last writer has gone. */
    private static final class End implements ReadableByteChannel {
        private final FileChannel channel;
        private volatile boolean dry;

        End(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int count = channel.read(target);
            dry = count < 0;
            return count;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
