package io.jenkins.plugins.packerbuild.session;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The controller's copy of a session's {@code ledger.jsonl}, in the form that the engine's {@code cleanup} reads: so an
 * agent that never comes back takes nothing with it. A line that is there twice is harmless. One thread.
 */
final class LedgerCopy {

    static final int MOST_BYTES = 16 << 20;
    static final int MOST_ENTRIES = 10_000;

    private final Path file;
    private final TreeMap<Long, LedgerEntry> last = new TreeMap<>();
    private String runId = "";
    private long length;

    private LedgerCopy(Path file) {
        this.file = file;
    }

    /** What is there. A last line that a crash has cut is cut off with the next append. */
    static LedgerCopy open(Path file) throws IOException {
        LedgerCopy copy = new LedgerCopy(file);
        byte[] content = WholeFile.read(file, MOST_BYTES);
        String text = new String(content, StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        copy.length = whole.getBytes(StandardCharsets.UTF_8).length;
        whole.lines().forEach(copy::note);
        return copy;
    }

    /** What is not known to be gone. */
    List<SessionReport.Leftover> open() {
        return last.values().stream()
                .filter(LedgerEntry::isOpen)
                .map(LedgerEntry::left)
                .toList();
    }

    /** The run that the resources carry as a tag; empty when it is not known. */
    String runId() {
        return runId;
    }

    /** Whether nothing was ever announced. */
    boolean isEmpty() {
        return last.isEmpty();
    }

    /** Begins it, when it is not begun. */
    void begin(String run) throws IOException {
        if (runId.isEmpty() && !run.isEmpty()) {
            Map<String, Object> header = new LinkedHashMap<>();
            header.put("protocol", EngineSpecJson.PROTOCOL);
            header.put("runId", run);
            append(List.of(Json.write(header)));
        }
    }

    /**
     * Appends lines and forces them to the disk.
     *
     * @return whether there was room for them
     */
    boolean append(List<String> lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        if (length + bytes.length > MOST_BYTES || last.size() + lines.size() > 2 * MOST_ENTRIES) {
            return false;
        }
        Files.createDirectories(file.getParent());
        cutTo(length);
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(bytes);
            out.getFD().sync();
        }
        length += bytes.length;
        lines.forEach(this::note);
        return true;
    }

    /** Those lines of the agent's own ledger that say something else than what is known here. */
    List<String> news(byte[] ledger) {
        TreeMap<Long, String> lines = new TreeMap<>();
        LedgerCopy other = new LedgerCopy(file);
        String text = new String(ledger, StandardCharsets.UTF_8);
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> other.note(line, lines));
        other.last.forEach((entry, said) -> {
            if (said.equals(last.get(entry))) {
                lines.remove(entry);
            }
        });
        return List.copyOf(lines.values());
    }

    /** The run's id in the first line of a ledger; empty when there is none. */
    static String runIdOf(byte[] ledger) {
        LedgerCopy copy = new LedgerCopy(Path.of(""));
        new String(ledger, StandardCharsets.UTF_8).lines().limit(1).forEach(copy::note);
        return copy.runId;
    }

    private void cutTo(long size) throws IOException {
        if (Files.exists(file) && Files.size(file) > size) {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.setLength(size);
            }
        }
    }

    private void note(String line) {
        note(line, new TreeMap<>());
    }

    /** Lines of a later version, and those that are none, are passed over. */
    private void note(String line, Map<Long, String> kept) {
        try {
            Fields fields = Json.read(line);
            String run = fields.name("runId");
            runId = run.isEmpty() ? runId : run;
            LedgerEntry.of(fields).ifPresent(entry -> {
                last.merge(entry.entry(), entry, (before, now) -> now.after(before));
                kept.put(entry.entry(), line);
            });
        } catch (IOException e) {
            System.getLogger(LedgerCopy.class.getName()).log(System.Logger.Level.DEBUG, "no line of a ledger", e);
        }
    }
}
