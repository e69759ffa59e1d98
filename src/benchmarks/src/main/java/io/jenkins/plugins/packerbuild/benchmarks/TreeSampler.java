package io.jenkins.plugins.packerbuild.benchmarks;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at a process tree again and again until it is closed, and keeps the peaks. */
final class TreeSampler implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(50);
    /** Every so many looks, the PSS is read as well. */
    private static final int LOOKS_PER_PSS = 10;

    private final ProcessTree tree;
    private final ScheduledExecutorService timer;

    /** Guarded by this. */
    private MemoryUse peak = MemoryUse.NONE;

    /** Guarded by this. */
    private int looks;

    private TreeSampler(ProcessTree tree) {
        this.tree = tree;
        this.timer = Executors.newSingleThreadScheduledExecutor();
    }

    static TreeSampler start(ProcessTree tree) {
        TreeSampler sampler = new TreeSampler(tree);
        var unused = sampler.timer.scheduleAtFixedRate(sampler::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return sampler;
    }

    private void look() {
        boolean withPss = nextLook() % LOOKS_PER_PSS == 0;
        keep(tree.now(withPss));
    }

    private synchronized int nextLook() {
        return looks++;
    }

    private synchronized void keep(MemoryUse use) {
        peak = peak.peak(use);
    }

    /** The peaks so far, each figure by itself. */
    synchronized MemoryUse peak() {
        return peak;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
