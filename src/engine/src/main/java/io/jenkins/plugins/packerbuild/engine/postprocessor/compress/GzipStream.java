package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One gzip member without name and time, its blocks deflated on all cores. For one thread. */
final class GzipStream extends BlockStream {

    private static final int BLOCK = 1 << 17;

    /** How far back deflate looks. */
    private static final int WINDOW = 1 << 15;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final byte[] NOTHING = {};

    private final int level;
    private final CRC32 checksum = new CRC32();
    private long size;
    private byte[] before = NOTHING;

    /** A level below 1 is the default. */
    GzipStream(OutputStream output, int level) {
        super(output, BLOCK);
        this.level = level > 0 ? level : Deflater.DEFAULT_COMPRESSION;
    }

    @Override
    byte[] header() {
        return HEADER.clone();
    }

    @Override
    Callable<byte[]> work(byte[] content) {
        checksum.update(content);
        size += content.length;
        byte[] dictionary = before;
        before = Arrays.copyOfRange(content, Math.max(0, content.length - WINDOW), content.length);
        return () -> Deflating.deflate(content, dictionary, level, false);
    }

    @Override
    byte[] trailer() {
        byte[] end = Deflating.deflate(NOTHING, NOTHING, level, true);
        return ByteBuffer.allocate(end.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(end)
                .putInt((int) checksum.getValue())
                .putInt((int) size)
                .array();
    }
}
