package io.jenkins.plugins.packerbuild.engine.communicator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes lines of the bytes of one stream: UTF-8 with replacement characters for what is none, without trailing white
 * space, without what a carriage return overwrote. A longer line than the limit is cut, and the next line says so: the
 * cut stands at the end of a text, where the redactor looks for the beginning of a secret. Not for use by several
 * threads.
 */
public final class LineSplitter {

    static final int LIMIT_BYTES = 65_536;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long droppedBytes;
    private boolean returned;

    /** Hands each line to the consumer as soon as it is whole. */
    public LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** More bytes of the stream. */
    public void accept(byte[] data) {
        accept(data, data.length);
    }

    /** The first so many bytes of a buffer that is used again. */
    public void accept(byte[] data, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (data[i] == '\n' || data[i] == '\r') {
                keep(data, start, i);
                start = i + 1;
                control(data[i]);
            }
        }
        keep(data, start, length);
    }

    /** The stream is over: a last line without its end is a line too. */
    public void end() {
        if (line.size() > 0) {
            emit();
        }
    }

    private void control(byte sign) {
        if (sign == '\n') {
            emit();
        } else {
            returned = true;
        }
    }

    private void keep(byte[] data, int from, int to) {
        if (from == to) {
            return;
        }
        if (returned) {
            clear();
        }
        int room = Math.min(to - from, LIMIT_BYTES - line.size());
        line.write(data, from, room);
        droppedBytes += to - from - room;
    }

    private void emit() {
        byte[] bytes = line.toByteArray();
        int whole = droppedBytes == 0 ? bytes.length : beforeHalfCharacter(bytes);
        long cut = droppedBytes + bytes.length - whole;
        clear();
        lines.accept(new String(bytes, 0, whole, StandardCharsets.UTF_8).stripTrailing());
        if (cut > 0) {
            lines.accept("[... " + cut + " more bytes of this line were cut]");
        }
    }

    /** Where the last character begins, when the cut may have gone through it; else the length. */
    private static int beforeHalfCharacter(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > 0 && last > bytes.length - 4 && (bytes[last] & 0xC0) == 0x80) {
            last--;
        }
        return bytes[last] < 0 ? last : bytes.length;
    }

    private void clear() {
        line.reset();
        droppedBytes = 0;
        returned = false;
    }
}
