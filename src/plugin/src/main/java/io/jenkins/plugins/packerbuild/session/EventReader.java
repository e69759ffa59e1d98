package io.jenkins.plugins.packerbuild.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts what is read of {@code events.jsonl} into whole lines. What is behind the last of them waits for the next look. A
 * line without end is skipped. One thread.
 */
final class EventReader {

    static final int MOST_LINE_BYTES = 8 << 20;

    /** Behind the last whole line. */
    private long offset;

    private byte[] rest = new byte[0];
    private boolean skipping;

    /** Goes on behind these bytes. */
    EventReader(long offset) {
        this.offset = offset;
    }

    /**
     * What one look has brought.
     *
     * @param lines whole ones
     * @param tooLong whether a line was found that is skipped
     * @param shorter whether the file has become shorter than what was read of it
     */
    record Batch(List<String> lines, boolean tooLong, boolean shorter) {}

    /** Where the next look begins. */
    long position() {
        return offset + rest.length;
    }

    /** Behind the last whole line: from there all can be read again. */
    long offset() {
        return offset;
    }

    /** Forgets what was read behind this. */
    void rewind(long to) {
        offset = to;
        rest = new byte[0];
        skipping = false;
    }

    /**
     * Takes the bytes from {@link #position} on.
     *
     * @param fileLength how long the file is
     */
    Batch take(byte[] bytes, long fileLength) {
        if (fileLength < position()) {
            boolean shorter = fileLength < offset;
            rewind(Math.min(offset, fileLength));
            return new Batch(List.of(), false, shorter);
        }
        byte[] all = skipping ? behindLine(bytes) : joined(bytes);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = rest.length; at < all.length; at++) {
            if (all[at] == '\n') {
                lines.add(new String(all, start, at - start, StandardCharsets.UTF_8));
                start = at + 1;
            }
        }
        offset += start;
        rest = Arrays.copyOfRange(all, start, all.length);
        return new Batch(lines, dropTooLong(), false);
    }

    private byte[] joined(byte[] bytes) {
        byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
        System.arraycopy(bytes, 0, all, rest.length, bytes.length);
        return all;
    }

    /** What comes after the line that is skipped. */
    private byte[] behindLine(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                skipping = false;
                offset += at + 1;
                return Arrays.copyOfRange(bytes, at + 1, bytes.length);
            }
        }
        offset += bytes.length;
        return new byte[0];
    }

    private boolean dropTooLong() {
        if (rest.length <= MOST_LINE_BYTES) {
            return false;
        }
        offset += rest.length;
        rest = new byte[0];
        skipping = true;
        return true;
    }
}
