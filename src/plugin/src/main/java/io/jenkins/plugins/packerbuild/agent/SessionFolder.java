package io.jenkins.plugins.packerbuild.agent;

import io.jenkins.plugins.packerbuild.session.Look;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A session directory as seen on the machine that has it: the starter's side of the files that docs/architecture.md lists.
 * Runs on agents, inside of remote calls. Used by one thread at a time; what a call that timed out still does is harmless.
 */
final class SessionFolder {

    static final String ARGUMENTS = "jvm.args";
    static final String LOG = "engine.log";
    static final String FILES = "files";

    private static final int MOST_BYTES = 4 << 20;
    private static final int WORD_BYTES = 64;

    private final Path path;

    SessionFolder(Path path) {
        this.path = path;
    }

    /** Makes it, closed to others; one that is there stays as it is. */
    void create() throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        PrivateFiles.directory(path);
    }

    /** Writes one file, whole at once and closed to others. */
    void write(String name, byte[] content) throws IOException {
        PrivateFiles.write(inside(path, name), content);
    }

    /** Writes credentials that must be files, by name. */
    void writeFiles(Map<String, byte[]> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        requireDirectory();
        Path directory = path.resolve(FILES);
        PrivateFiles.directory(directory);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            PrivateFiles.write(inside(directory, file.getKey()), file.getValue());
        }
    }

    /** Looks at what the engine has written, and renews its lease. */
    Look look(Look.Request request) throws IOException {
        if (!exists()) {
            return new Look(false, new byte[0], 0, "", "", false);
        }
        if (!request.lease().isEmpty()) {
            renew(request.lease());
        }
        String exit = word("exit");
        boolean hasResult = Files.exists(path.resolve("result.json"));
        Path events = path.resolve("events.jsonl");
        long length = Files.exists(events) ? Files.size(events) : 0;
        byte[] read = range(events, request.offset(), Math.min(request.mostBytes(), MOST_BYTES));
        return new Look(true, read, length, word("heartbeat"), exit, hasResult);
    }

    /** The beginning of a file; empty when there is none. */
    byte[] head(String name, int mostBytes) throws IOException {
        return range(inside(path, name), 0, mostBytes);
    }

    /** The end of a file; empty when there is none. */
    byte[] tail(String name, int mostBytes) throws IOException {
        Path file = inside(path, name);
        long length = Files.exists(file) ? Files.size(file) : 0;
        return range(file, Math.max(0, length - mostBytes), mostBytes);
    }

    /** Whether there is such a file. */
    boolean has(String name) {
        return Files.exists(inside(path, name));
    }

    /**
     * Whether an engine is at work here. Its lock tells it: that ends with the process, is seen from other containers, and
     * cannot be taken over by another process as a process id can.
     *
     * @param pid what the engine has said of itself; counts only where locks do not work
     */
    boolean isAlive(long pid) {
        Path lock = path.resolve("lock");
        if (!Files.exists(lock)) {
            return Processes.runsFor(pid, path);
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (IOException | UnsupportedOperationException | OverlappingFileLockException e) {
            return Processes.runsFor(pid, path);
        }
    }

    /** Deletes it with everything in it. */
    void delete() throws IOException {
        Trees.remove(path);
    }

    private boolean exists() {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void requireDirectory() throws IOException {
        if (!exists()) {
            throw new NotDirectoryException(path.toString());
        }
    }

    /** A full disk must not hide what the engine says; the lease is long enough for many tries. */
    private void renew(String lease) {
        try {
            write("lease", lease.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.getLogger(SessionFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "could not renew the lease in " + path, e);
        }
    }

    private String word(String name) throws IOException {
        return new String(range(path.resolve(name), 0, WORD_BYTES), StandardCharsets.UTF_8).strip();
    }

    private static byte[] range(Path file, long offset, int mostBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long there = Math.max(0, channel.size() - offset);
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(there, Math.max(0, mostBytes)));
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                // reads on until full or at the end
            }
            byte[] read = new byte[buffer.position()];
            buffer.flip().get(read);
            return read;
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private static Path inside(Path directory, String name) {
        Path file = directory.resolve(name).normalize();
        if (!directory.equals(file.getParent())) {
            throw new IllegalArgumentException("not the name of a session file: '" + name + "'");
        }
        return file;
    }
}
