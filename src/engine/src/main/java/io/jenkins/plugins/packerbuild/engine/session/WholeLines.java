package io.jenkins.plugins.packerbuild.engine.session;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Appends to a file of lines so that it never ends in the middle of one for longer than a write takes. */
final class WholeLines {

    private static final int BLOCK_BYTES = 1 << 16;

    private WholeLines() {}

    /** Cuts off what a crash has left of a last line, goes to the end, and returns how many whole lines there are. */
    static long seekBehind(RandomAccessFile file) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long length = file.length();
        long lines = 0;
        long end = 0;
        file.seek(0);
        for (long position = 0; position < length; ) {
            int read = file.read(block, 0, (int) Math.min(block.length, length - position));
            for (int i = 0; i < read; i++) {
                if (block[i] == '\n') {
                    lines++;
                    end = position + i + 1;
                }
            }
            position += Math.max(1, read);
        }
        if (end != length) {
            file.setLength(end);
        }
        file.seek(end);
        return lines;
    }

    /** In one write; all of it or nothing. */
    static void append(RandomAccessFile file, byte[] lines) throws IOException {
        long start = file.getFilePointer();
        try {
            file.write(lines);
        } catch (IOException e) {
            undo(file, start, e);
            throw e;
        }
    }

    private static void undo(RandomAccessFile file, long start, IOException why) {
        try {
            file.setLength(start);
            file.seek(start);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}
