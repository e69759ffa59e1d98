package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Blocked gzip: members of at most 64 KiB, each with its own size in an extra field, and an empty one at the end. For one
 * thread.
 *
 * @see <a href="https://samtools.github.io/hts-specs/SAMv1.pdf">its specification, section 4.1</a>
 */
final class BgzfStream extends BlockStream {

    /** The customary content of a block: what cannot be deflated still fits into 64 KiB with all around it. */
    private static final int BLOCK = 0xff00;

    /** gzip header, with an extra field of six bytes: {@code BC}, its length 2; then the size. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff, 6, 0, 'B', 'C', 2, 0};

    private static final int AROUND = HEADER.length + 2 + 8;

    private static final byte[] NOTHING = {};

    private final int level;

    /** A level below 1 is the default. */
    BgzfStream(OutputStream output, int level) {
        super(output, BLOCK);
        this.level = level > 0 ? level : Deflater.DEFAULT_COMPRESSION;
    }

    @Override
    byte[] header() {
        return NOTHING;
    }

    @Override
    Callable<byte[]> work(byte[] content) {
        return () -> member(content, level);
    }

    @Override
    byte[] trailer() {
        return member(NOTHING, level);
    }

    private static byte[] member(byte[] content, int level) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        byte[] deflated = Deflating.deflate(content, NOTHING, level, true);
        int size = deflated.length + AROUND;
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HEADER)
                .putShort((short) (size - 1))
                .put(deflated)
                .putInt((int) checksum.getValue())
                .putInt(content.length)
                .array();
    }
}
