package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes lines of the bytes of one stream: UTF-8 with replacement characters for what is none, without trailing white
 * space, without what a carriage return overwrote. A longer line than the limit is cut, and says so. Not for use by
 * several threads.
 */
final class LineSplitter {

    static final int LIMIT_BYTES = 65_536;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long droppedBytes;
    private boolean returned;

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** More bytes of the stream. */
    void accept(byte[] data) {
        int start = 0;
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '\n' || data[i] == '\r') {
                keep(data, start, i);
                start = i + 1;
                control(data[i]);
            }
        }
        keep(data, start, data.length);
    }

    /** The stream is over: a last line without its end is a line too. */
    void end() {
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
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        String cut = droppedBytes == 0 ? "" : " [... " + droppedBytes + " more bytes of this line were cut]";
        clear();
        lines.accept(text + cut);
    }

    private void clear() {
        line.reset();
        droppedBytes = 0;
        returned = false;
    }
}
