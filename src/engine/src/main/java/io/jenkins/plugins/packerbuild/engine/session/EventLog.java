package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.console.Flusher;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every event as one JSON object a line in {@code events.jsonl}: numbered from 1, whole lines only, at most
 * {@link Flusher#LATEST} late. What machines print is recorded up to a cap, and the cut is said; everything else always
 * is. When the disk is full the build goes on: that is said once, what could not be written is missing (the numbers tell),
 * and the next lines are tried again. Safe for use by several threads.
 */
final class EventLog implements BuildListener, AutoCloseable {

    /** How many bytes of machines' output are recorded. */
    static final long OUTPUT_CAP_BYTES = 256L << 20;

    private static final int MOST_WAITING_BYTES = 1 << 20;

    private final RandomAccessFile out;
    private final Consumer<Problem> troubles;
    private final long capBytes;
    private final Flusher flusher;

    /** Lines that are not written yet. Guarded by this. */
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    /** Guarded by this. */
    private long sequence;

    /** Guarded by this. */
    private long outputBytes;

    /** Guarded by this. */
    private boolean troubled;

    /** Guarded by this. */
    private boolean closed;

    private EventLog(RandomAccessFile out, Options options) {
        this.out = out;
        this.troubles = options.troubles();
        this.capBytes = options.capBytes();
        this.flusher = Flusher.start("event log flush", options.clock(), this::flush);
    }

    /**
     * How it works.
     *
     * @param capBytes how many bytes of machines' output are recorded
     * @param troubles hears once that it could not be written; must not write to it
     */
    record Options(long capBytes, Clock clock, Consumer<Problem> troubles) {}

    /**
     * Opens it behind what is there: readers keep their offsets.
     *
     * @throws BuildException when it cannot be opened
     */
    static EventLog open(SessionDirectory directory, Options options) {
        try {
            RandomAccessFile out = new RandomAccessFile(directory.events().toFile(), "rw");
            long last = WholeLines.seekBehind(out);
            EventLog log = new EventLog(out, options);
            log.startBehind(last);
            return log;
        } catch (IOException e) {
            throw new BuildException(trouble(directory, e), e);
        }
    }

    @Override
    public void on(BuildEvent event) {
        boolean full;
        synchronized (this) {
            if (closed) {
                return;
            }
            add(event);
            full = waiting.size() > MOST_WAITING_BYTES;
        }
        if (full) {
            flush();
        } else {
            flusher.note();
        }
    }

    /** Everything so far is in the file when this returns. */
    void flush() {
        Problem trouble = null;
        synchronized (this) {
            if (waiting.size() > 0 && !closed) {
                trouble = write(waiting.toByteArray());
                waiting.reset();
            }
        }
        if (trouble != null) {
            troubles.accept(trouble);
        }
    }

    /** Flushes; later events are lost. */
    @Override
    public void close() {
        flusher.close();
        synchronized (this) {
            closed = true;
            try {
                out.close();
            } catch (IOException e) {
                System.getLogger(EventLog.class.getName()).log(System.Logger.Level.DEBUG, "could not close", e);
            }
        }
    }

    private synchronized void startBehind(long lines) {
        sequence = lines;
    }

    private synchronized void add(BuildEvent event) {
        if (!isOutput(event)) {
            line(event);
            return;
        }
        if (outputBytes < capBytes) {
            outputBytes += line(event);
            if (outputBytes >= capBytes) {
                line(new BuildEvent.Said(
                        "",
                        Voice.SAY,
                        "The output of machines goes on, but from here on it is not recorded: it has reached "
                                + capBytes + " bytes."));
            }
        }
    }

    private static boolean isOutput(BuildEvent event) {
        return event instanceof BuildEvent.Said said && said.voice() != Voice.SAY;
    }

    private synchronized int line(BuildEvent event) {
        sequence++;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seq", sequence);
        fields.put("type", event.type());
        fields.putAll(event.fields());
        byte[] bytes = (Json.write(fields) + "\n").getBytes(StandardCharsets.UTF_8);
        waiting.writeBytes(bytes);
        return bytes.length;
    }

    /** What is to be said about it; null for nothing (new). */
    private synchronized @org.jspecify.annotations.Nullable Problem write(byte[] lines) {
        try {
            WholeLines.append(out, lines);
            return null;
        } catch (IOException e) {
            boolean first = !troubled;
            troubled = true;
            return first
                    ? Problem.of("Could not write events.jsonl: " + SessionDirectory.words(e) + ".")
                            .withCure("The build goes on, but its record has a gap.")
                    : null;
        }
    }

    private static Problem trouble(SessionDirectory directory, IOException e) {
        return Problem.of(
                        "Could not write session file '" + directory.events() + "': " + SessionDirectory.words(e) + ".")
                .withCure("Make room on the disk, or name another directory.");
    }
}
