package io.jenkins.plugins.packerbuild.session;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One builder's log while it is written: whole lines into a file for its beginning, then into segments of which the last
 * two are kept. A segment's name says at which byte of the log it begins. One thread.
 */
final class BuilderLog {

    private final LogParts parts;
    private final LogLimits limits;

    /** Of all lines so far, also of those that are not kept. */
    private long length;

    private long headLength;

    /** 0 as long as there is none. */
    private long segmentStart;

    private BuilderLog(LogParts parts, LogLimits limits, Fields state) {
        this.parts = parts;
        this.limits = limits;
        this.length = state.number("length");
        this.headLength = state.number("head");
        this.segmentStart = state.number("segment");
    }

    /**
     * As it was when the state was made: what was written since is cut off, for it will come again.
     *
     * @param state of {@link #state()}; empty for a new one
     */
    static BuilderLog open(LogParts parts, LogLimits limits, Fields state) throws IOException {
        BuilderLog log = new BuilderLog(parts, limits, state);
        log.cutBack();
        return log;
    }

    /** What {@link #open} needs to go on. */
    Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("length", length);
        state.put("head", headLength);
        state.put("segment", segmentStart);
        return state;
    }

    long length() {
        return length;
    }

    /** Appends whole lines. */
    void append(List<String> lines) throws IOException {
        ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        for (String line : lines) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            if (mustTurn(bytes.length)) {
                flush(waiting);
                segmentStart = length;
            }
            waiting.writeBytes(bytes);
            length += bytes.length;
            headLength += segmentStart == 0 ? bytes.length : 0;
        }
        flush(waiting);
    }

    /** The state is on disk: segments before the last two are not needed any more. */
    void saved() throws IOException {
        List<Long> starts = parts.segments();
        for (long start : starts.subList(0, Math.max(0, starts.size() - 2))) {
            Files.deleteIfExists(parts.segment(start));
        }
    }

    private boolean mustTurn(int bytes) {
        return segmentStart == 0
                ? length > 0 && headLength + bytes > limits.headBytes()
                : length - segmentStart >= limits.tailBytes();
    }

    private void flush(ByteArrayOutputStream waiting) throws IOException {
        if (waiting.size() > 0) {
            Path file = segmentStart == 0 ? parts.head() : parts.segment(segmentStart);
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
                waiting.writeTo(out);
            }
            waiting.reset();
        }
    }

    private void cutBack() throws IOException {
        if (Files.exists(parts.packed())) {
            return;
        }
        for (long start : parts.segments()) {
            if (segmentStart == 0 || start > segmentStart) {
                Files.delete(parts.segment(start));
            }
        }
        cut(parts.head(), headLength);
        if (segmentStart > 0) {
            cut(parts.segment(segmentStart), length - segmentStart);
        }
    }

    private static void cut(Path file, long size) throws IOException {
        if (Files.exists(file) && Files.size(file) > size) {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.setLength(size);
            }
        }
    }
}
