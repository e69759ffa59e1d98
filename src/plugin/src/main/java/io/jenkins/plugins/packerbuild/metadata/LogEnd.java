package io.jenkins.plugins.packerbuild.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The end of a log, in whole lines.
 *
 * @param text what is shown
 * @param skippedBytes how much stands before it
 */
public record LogEnd(String text, long skippedBytes) {

    /** Reads all, and keeps no more than twice what is shown. */
    static LogEnd of(InputStream log, int mostBytes) throws IOException {
        byte[] kept = new byte[0];
        long total = 0;
        while (true) {
            byte[] next = log.readNBytes(mostBytes);
            total += next.length;
            kept = end(kept, next, mostBytes);
            if (next.length < mostBytes) {
                return of(kept, total);
            }
        }
    }

    private static LogEnd of(byte[] kept, long total) {
        int start = 0;
        if (kept.length < total) {
            while (start < kept.length && kept[start] != '\n') {
                start++;
            }
            start = start < kept.length ? start + 1 : 0;
        }
        String text = new String(kept, start, kept.length - start, StandardCharsets.UTF_8);
        return new LogEnd(text, total - kept.length + start);
    }

    private static byte[] end(byte[] before, byte[] next, int mostBytes) {
        int rest = Math.min(before.length, mostBytes - next.length);
        byte[] result = new byte[rest + next.length];
        System.arraycopy(before, before.length - rest, result, 0, rest);
        System.arraycopy(next, 0, result, rest, next.length);
        return result;
    }

    /** What is shown, for the page. */
    public String getText() {
        return text;
    }

    /** How many KB stand before it; 0 when all is shown. */
    public long getSkippedKilobytes() {
        return (skippedBytes + 1023) / 1024;
    }
}
