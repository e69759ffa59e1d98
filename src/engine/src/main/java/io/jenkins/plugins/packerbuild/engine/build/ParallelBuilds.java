package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/**
 * Runs the builds of a plan at the same time, one thread each, as many as the limits allow. One builder's failure leaves
 * the others alone unless {@code failFast} is on. Used once.
 */
public final class ParallelBuilds {

    private static final String SIGNAL = "received ";

    private final RunContext context;
    private final RunLimits limits;
    private final Cancellation cancellation;
    private final Cancellation siblings;
    private final ThreadFactory threads;

    /** Not started yet, in order of their names. Guarded by this. */
    private final List<BuilderRun> waiting = new LinkedList<>();

    /** How many run, by type. Guarded by this. */
    private final Map<String, Integer> running = new HashMap<>();

    /** Guarded by this. */
    private final List<BuildResult> results = new ArrayList<>();

    /**
     * For one run.
     *
     * @param cancellation stops all builds and their cleanups begin
     */
    public ParallelBuilds(RunContext context, RunLimits limits, Cancellation cancellation) {
        this(context, limits, cancellation, Thread::new);
    }

    ParallelBuilds(RunContext context, RunLimits limits, Cancellation cancellation, ThreadFactory threads) {
        this.threads = threads;
        this.context = context;
        this.limits = limits;
        this.cancellation = cancellation;
        this.siblings = cancellation.child();
    }

    /** Runs them all, and returns when the last one has been cleaned up. An interrupt of the caller is a cancel. */
    public BuildReport run(List<BuilderRun> builds) {
        Duration start = context.clock().uptime();
        List<BuilderRun> sorted =
                builds.stream().sorted(Comparator.comparing(BuilderRun::name)).toList();
        context.listener()
                .on(new BuildEvent.RunStarted(
                        context.identity().runId(),
                        sorted.stream()
                                .map(run -> new BuildEvent.Build(run.name(), run.type()))
                                .toList()));
        try (Cancellation.Registration ignored = cancellation.onCancel(this::sayWhyItStops)) {
            synchronized (this) {
                waiting.addAll(sorted);
                startWhatMayStart();
                awaitAll(sorted.size());
            }
        }
        return report(context.clock().uptime().minus(start));
    }

    /** For a signal in Packer's words. */
    private void sayWhyItStops() {
        String reason = cancellation.reason();
        String words = reason.startsWith(SIGNAL)
                ? "Cancelling build after receiving " + reason.substring(SIGNAL.length())
                : "Cancelling build: " + reason;
        context.listener().on(new BuildEvent.Said("", Voice.ERROR, words));
    }

    private synchronized BuildReport report(Duration took) {
        List<BuildResult> sorted =
                results.stream().sorted(Comparator.comparing(BuildResult::name)).toList();
        return new BuildReport(sorted, cancellation.isCancelled(), took);
    }

    /** Called with the lock held. */
    private void awaitAll(int count) {
        boolean interrupted = false;
        while (results.size() < count) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                cancellation.cancel("the run was interrupted");
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called with the lock held. */
    private void startWhatMayStart() {
        for (BuilderRun run : List.copyOf(waiting)) {
            if (siblings.isCancelled()) {
                waiting.remove(run);
                neverBegan(run, BuildStatus.CANCELLED, "Cancelled before it began: " + siblings.reason() + ".");
            } else if (limits.allow(run.type(), runningCount(), running.getOrDefault(run.type(), 0))) {
                waiting.remove(run);
                start(run);
            }
        }
    }

    /** Called with the lock held. What runs already must be waited for and cleaned up, also when there is no thread left. */
    private void start(BuilderRun run) {
        running.merge(run.type(), 1, Integer::sum);
        try {
            Thread thread = threads.newThread(() -> runOne(run));
            thread.setName("build " + run.name());
            thread.start();
        } catch (OutOfMemoryError e) {
            running.merge(run.type(), -1, Integer::sum);
            String words = "Could not start build '" + run.name() + "' on this machine: " + e.getMessage()
                    + ". Run fewer builds at a time (-parallel-builds=N), or allow more threads.";
            neverBegan(run, BuildStatus.FAILED, words);
        }
    }

    private int runningCount() {
        return running.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void runOne(BuilderRun run) {
        BuildResult result = new SingleBuild(run, context, limits.conduct(), siblings.child()).run();
        if (limits.failFast() && result.status() == BuildStatus.FAILED) {
            siblings.cancel("build '" + run.name() + "' failed and -fail-fast is on");
        }
        synchronized (this) {
            running.merge(run.type(), -1, Integer::sum);
            results.add(result);
            startWhatMayStart();
            notifyAll();
        }
    }

    /** Called with the lock held. */
    private void neverBegan(BuilderRun run, BuildStatus status, String why) {
        BuildResult result = new BuildResult(run.name(), run.type(), status, Duration.ZERO, why, List.of());
        context.listener().on(SingleBuild.finished(result));
        results.add(result);
        notifyAll();
    }
}
