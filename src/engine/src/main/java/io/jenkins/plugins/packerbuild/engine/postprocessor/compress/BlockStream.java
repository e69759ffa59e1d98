package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Cuts what is written into blocks, lets all cores work on them, and passes the results on in order. What comes out depends
 * on what goes in only, not on the number of cores. For one thread; the pool's threads see immutable blocks.
 */
abstract class BlockStream extends OutputStream {

    /** Blocks under way: enough for the cores, little memory when many builds end together. */
    private static final int MOST = Math.min(2 * Runtime.getRuntime().availableProcessors(), 16);

    private final OutputStream output;
    private final byte[] block;
    private final Deque<ForkJoinTask<byte[]>> underWay = new ArrayDeque<>();
    private int filled;
    private boolean begun;
    private boolean closed;

    /** Over a stream that is closed with this one. */
    BlockStream(OutputStream output, int blockSize) {
        this.output = output;
        this.block = new byte[blockSize];
    }

    /** Written before the first block; may be empty. */
    abstract byte[] header();

    /** The work on a block, which nobody else has. Called in order, on the writing thread; runs on any. */
    abstract Callable<byte[]> work(byte[] content);

    /** Written after the last block. */
    abstract byte[] trailer();

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, block.length - filled);
            System.arraycopy(bytes, from, block, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == block.length) {
                submit();
            }
        }
    }

    private void submit() throws IOException {
        begin();
        if (underWay.size() >= MOST) {
            output.write(underWay.remove().join());
        }
        underWay.add(ForkJoinPool.commonPool().submit(work(Arrays.copyOf(block, filled))));
        filled = 0;
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            output.write(header());
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream last = output) {
            begin();
            if (filled > 0) {
                submit();
            }
            while (!underWay.isEmpty()) {
                last.write(underWay.remove().join());
            }
            last.write(trailer());
        }
    }
}
