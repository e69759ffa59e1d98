package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The right to write into a session directory. Ends with the process, also when that is killed. */
public final class SessionLock implements AutoCloseable {

    private final FileChannel channel;

    private SessionLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it, without waiting.
     *
     * @throws BuildException when another engine has it, or when it cannot be had
     */
    public static SessionLock take(SessionDirectory directory) {
        try {
            FileChannel channel =
                    FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new BuildException(Problem.of("Could not lock session directory '" + directory.path()
                                + "': another packer-build is at work in it.")
                        .withCure("Wait for its end, or name another directory."));
            }
            return new SessionLock(channel);
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not lock session directory '" + directory.path() + "': "
                                    + SessionDirectory.words(e) + ".")
                            .withCure("Name a directory on a disk that knows locks and can be written."),
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Gives it back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(SessionLock.class.getName()).log(System.Logger.Level.DEBUG, "could not unlock", e);
        }
    }
}
