package io.jenkins.plugins.packerbuild.engine.ledger;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.Json;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine.State;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger on disk: a file of lines, each forced to the disk before the call that it announces is sent, and told to a
 * listener as an event. A line that follows its intent and cannot be written is warned about and does not stop the build:
 * the intent already says how to find the resource. Safe for use by several threads.
 */
public final class FileLedger implements ResourceLedger, AutoCloseable {

    private final Path file;
    private final Redactor redactor;
    private final BuildListener listener;

    /** What its lines say so far. */
    private final LedgerTally tally = new LedgerTally();

    /** Not a channel, which an interrupted thread would close for everybody. Guarded by this. */
    private final RandomAccessFile out;

    /** Guarded by this. */
    private int entries;

    private FileLedger(Path file, RandomAccessFile out, Redactor redactor, BuildListener listener) {
        this.file = file;
        this.out = out;
        this.redactor = redactor;
        this.listener = listener;
    }

    /**
     * Opens a ledger; one that an earlier process has left goes on, under the earlier run's id.
     *
     * @param runId the run that a new file belongs to
     * @param redactor what no line may show; ids and marks stay, or nothing would be found again
     * @param listener hears every line, after it is on disk
     * @throws BuildException when the file cannot be written or read
     */
    public static FileLedger open(Path file, String runId, Redactor redactor, BuildListener listener) {
        LedgerFile before = LedgerFile.read(file);
        try {
            FileLedger ledger = new FileLedger(file, new RandomAccessFile(file.toFile(), "rw"), redactor, listener);
            ledger.resume(before, runId);
            return ledger;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public Entry intend(Resource resource) {
        LedgerLine line;
        synchronized (this) {
            line = changed(new LedgerLine(entries + 1, State.INTENT, resource, "", "", ""));
            try {
                write(line.fields());
            } catch (IOException e) {
                throw unwritable(file, e);
            }
            entries++;
            tally.note(line);
        }
        listener.on(line);
        return new FileEntry(line.entry(), resource);
    }

    /** An entry of an earlier process, to be finished by this one. */
    public Entry reopen(LedgerLine line) {
        return new FileEntry(line.entry(), line.resource());
    }

    /** What is not known to be gone. */
    public List<LedgerLine> open() {
        return tally.open();
    }

    /** Nothing can be written any more. Every line is on disk already. */
    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            warn(e);
        }
    }

    private synchronized void resume(LedgerFile before, String runId) throws IOException {
        before.entries().forEach(tally::note);
        entries = before.entries().stream().mapToInt(LedgerLine::entry).max().orElse(0);
        dropCutLine();
        if (before.runId().isEmpty()) {
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("protocol", LedgerFile.PROTOCOL);
            head.put("runId", runId);
            write(head);
        }
    }

    /** Cuts off what a crash has left of a last line, so that the next line stands alone. */
    private synchronized void dropCutLine() throws IOException {
        long end = out.length();
        while (end > 0) {
            out.seek(end - 1);
            if (out.read() == '\n') {
                break;
            }
            end--;
        }
        out.setLength(end);
        out.seek(end);
    }

    private LedgerLine changed(LedgerLine line) {
        return line.mapText(redactor::redact);
    }

    /** All of the line and on disk, or an exception and no trace of it. */
    private synchronized void write(Map<String, Object> fields) throws IOException {
        long start = out.getFilePointer();
        try {
            out.write((Json.write(fields) + "\n").getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            undo(start, e);
            throw e;
        }
    }

    private synchronized void undo(long start, IOException why) {
        try {
            out.setLength(start);
            out.seek(start);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private void append(LedgerLine raw) {
        LedgerLine line;
        synchronized (this) {
            line = tally.note(changed(raw));
            try {
                write(line.fields());
            } catch (IOException e) {
                warn(e);
            }
        }
        listener.on(line);
    }

    private void warn(IOException e) {
        listener.on(new BuildEvent.Warned(unwritable(file, e).problem()));
    }

    private static BuildException unwritable(Path file, IOException e) {
        return new BuildException(
                Problem.of("Could not write ledger '" + file + "': " + e + ".")
                        .withCure("Make room on the disk or the directory writable: nothing is created in a cloud"
                                + " that could not be found again."),
                e);
    }

    /** One resource; remembers the id that the provider gave. */
    private final class FileEntry implements Entry {

        private final int number;
        private final Resource resource;

        FileEntry(int number, Resource resource) {
            this.number = number;
            this.resource = resource;
        }

        @Override
        public void created(String id) {
            append(new LedgerLine(number, State.CREATED, resource, id, "", ""));
        }

        @Override
        public void gone() {
            append(new LedgerLine(number, State.GONE, resource, "", "", ""));
        }

        @Override
        public void remains(String why, String command) {
            append(new LedgerLine(number, State.REMAINS, resource, "", why, command));
        }
    }
}
