package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Text that reaches a stream within {@link #LATEST} of its print, in as few writes as that allows. One thread of its own
 * flushes; it sleeps while there is nothing to flush. Safe for use by several threads.
 */
public final class BatchedOutput implements AutoCloseable {

    /** How late a line may be. */
    public static final Duration LATEST = Duration.ofMillis(50);

    private static final int BUFFER_CHARS = 1 << 16;

    private final Cancellation closed = new Cancellation();
    private final Clock clock;
    private final NotingWriter writer;
    private final PrintWriter printer;
    private final Thread flusher;

    /** Writes UTF-8 to the stream, which is flushed but never closed. */
    public BatchedOutput(OutputStream stream, Clock clock) {
        this.clock = clock;
        writer = new NotingWriter(
                new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER_CHARS));
        printer = new PrintWriter(writer, false);
        flusher = new Thread(this::flushUntilClosed, "console flush");
        flusher.setDaemon(true);
        flusher.start();
    }

    /** To print to; one print is never mixed with another. */
    public PrintWriter printer() {
        return printer;
    }

    /** Flushes and ends the thread. */
    @Override
    public void close() {
        closed.cancel("closed");
        writer.wake();
        printer.flush();
    }

    private void flushUntilClosed() {
        try {
            while (!closed.isCancelled() && writer.awaitText()) {
                clock.sleep(LATEST, closed);
                printer.flush();
            }
        } catch (CancelledException e) {
            printer.flush();
        }
    }

    /** Knows whether there is something to flush. */
    private static final class NotingWriter extends java.io.FilterWriter {

        /** Guarded by lock. */
        private boolean dirty;

        /** Guarded by lock. */
        private boolean ended;

        NotingWriter(Writer out) {
            super(out);
        }

        boolean awaitText() {
            synchronized (lock) {
                try {
                    while (!dirty && !ended) {
                        lock.wait();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
                return !ended;
            }
        }

        void wake() {
            synchronized (lock) {
                ended = true;
                lock.notifyAll();
            }
        }

        @Override
        public void write(int c) throws java.io.IOException {
            synchronized (lock) {
                super.write(c);
                note();
            }
        }

        @Override
        public void write(char[] chars, int offset, int length) throws java.io.IOException {
            synchronized (lock) {
                super.write(chars, offset, length);
                note();
            }
        }

        @Override
        public void write(String text, int offset, int length) throws java.io.IOException {
            synchronized (lock) {
                super.write(text, offset, length);
                note();
            }
        }

        @Override
        public void flush() throws java.io.IOException {
            synchronized (lock) {
                dirty = false;
                super.flush();
            }
        }

        private void note() {
            if (!dirty) {
                dirty = true;
                lock.notifyAll();
            }
        }
    }
}
