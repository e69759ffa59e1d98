package io.jenkins.plugins.packerbuild.engine.communicator.local;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.LineSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads both streams of a process, each by a thread of its own, and hands lines on as they come. A listener that is slow
 * slows the process, so nothing piles up. The threads are daemons: a process that lives on keeps them, not the engine.
 */
final class OutputReaders {

    private static final int STACK_BYTES = 128 * 1024;

    private final CountDownLatch open = new CountDownLatch(2);
    private final LineSplitter stdout;
    private final LineSplitter stderr;
    private final Runnable onFailure;

    /** Guarded by this. */
    private boolean detached;

    /** Guarded by this. */
    private @Nullable RuntimeException failure;

    private OutputReaders(CommandOutput output, Runnable onFailure) {
        this.stdout = new LineSplitter(output::stdout);
        this.stderr = new LineSplitter(output::stderr);
        this.onFailure = onFailure;
    }

    /**
     * Begins to read.
     *
     * @param onFailure is told once that the output throws; what comes after that is read, and lost
     */
    static OutputReaders of(Process process, CommandOutput output, Runnable onFailure) {
        OutputReaders readers = new OutputReaders(output, onFailure);
        String name = "of " + process.pid();
        readers.start("stdout " + name, process.getInputStream(), readers.stdout);
        readers.start("stderr " + name, process.getErrorStream(), readers.stderr);
        return readers;
    }

    private void start(String name, InputStream stream, LineSplitter lines) {
        Thread thread = new Thread(null, () -> read(stream, lines), name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream stream, LineSplitter lines) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                int bytes = length;
                hand(() -> lines.accept(buffer, bytes));
            }
        } catch (IOException e) {
            // The process and its stream are gone: that is an end as well.
            System.getLogger(OutputReaders.class.getName()).log(System.Logger.Level.DEBUG, "output ended", e);
        } finally {
            hand(lines::end);
            open.countDown();
        }
    }

    /** Waits for the end of both streams, and then hears no more, whoever still holds them. */
    void finish(Duration patience) throws InterruptedException {
        try {
            open.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            hand(stdout::end);
            hand(stderr::end);
            detach();
        }
    }

    /**
     * What the output threw, if it did.
     *
     * @throws RuntimeException that
     */
    synchronized void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized void detach() {
        detached = true;
    }

    private synchronized void hand(Runnable work) {
        if (detached || failure != null) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e;
            onFailure.run();
        }
    }
}
