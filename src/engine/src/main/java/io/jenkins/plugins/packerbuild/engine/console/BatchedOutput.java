package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Text that reaches a stream within {@link Flusher#LATEST} of its print, in as few writes as that allows. Safe for use by
 * several threads; one print is never mixed with another.
 */
public final class BatchedOutput implements AutoCloseable {

    private static final int BUFFER_CHARS = 1 << 16;

    private final PrintWriter printer;
    private final Flusher flusher;

    /** Writes UTF-8 to the stream, which is flushed but never closed. */
    public BatchedOutput(OutputStream stream, Clock clock) {
        Writer buffer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER_CHARS);
        NotingWriter writer = new NotingWriter(buffer);
        printer = new PrintWriter(writer, false);
        flusher = Flusher.start("console flush", clock, printer::flush);
        writer.noted = flusher::note;
    }

    /** To print to. */
    public PrintWriter printer() {
        return printer;
    }

    /** Flushes; nothing that is printed later is promised to arrive. */
    @Override
    public void close() {
        flusher.close();
    }

    /** Tells of everything that is written. */
    private static final class NotingWriter extends FilterWriter {

        private Runnable noted = () -> {};

        NotingWriter(Writer out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            super.write(c);
            noted.run();
        }

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            super.write(chars, offset, length);
            noted.run();
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            super.write(text, offset, length);
            noted.run();
        }
    }
}
