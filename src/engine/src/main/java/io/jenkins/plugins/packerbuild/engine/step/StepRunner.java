package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of one build and, whatever comes of them, their cleanups in reverse order. One build, one runner, one
 * thread; cleanups may be registered from other threads.
 */
public final class StepRunner implements BuildScope {

    /** A registered cleanup. */
    private record Registered(String what, String step, Duration limit, Cleanup action) {}

    private final Narrator narrator;
    private final Cancellation cancellation;
    private final Clock clock;
    private final OnError onError;

    /** Guarded by itself. */
    private final Deque<Registered> cleanups = new ArrayDeque<>();

    /** The steps that run now, the innermost first. */
    private final Deque<String> running = new ArrayDeque<>();

    /** The outermost step that failed last; empty after one that succeeded. */
    private String failedStep = "";

    private volatile boolean failed;

    /** For one build. */
    public StepRunner(Narrator narrator, Cancellation cancellation, Clock clock, OnError onError) {
        this.narrator = narrator;
        this.cancellation = cancellation;
        this.clock = clock;
        this.onError = onError;
    }

    /**
     * Runs the build's recipe and then all cleanups.
     *
     * @return what the recipe returns, also when a cleanup fails after it: what was made is not lost; the failure is told,
     *     and the ledger says what remains
     * @throws RuntimeException what the recipe throws, with failed cleanups as suppressed exceptions
     */
    public <T> T runAll(Function<? super BuildScope, T> recipe) {
        T result;
        try {
            result = recipe.apply(this);
        } catch (RuntimeException | Error e) {
            failed = true;
            cleanUpAfter(e);
            throw e;
        }
        cleanUp();
        return result;
    }

    @Override
    public <T> T run(Step<T> step) {
        cancellation.throwIfCancelled();
        Duration start = clock.uptime();
        narrator.listener().on(new BuildEvent.StepStarted(narrator.builder(), step.name()));
        running.push(step.name());
        boolean success = false;
        try {
            T result = step.run(this);
            success = true;
            return result;
        } finally {
            failedStep = success ? "" : running.peek();
            running.pop();
            Duration took = clock.uptime().minus(start);
            narrator.listener().on(new BuildEvent.StepFinished(narrator.builder(), step.name(), success, took));
        }
    }

    @Override
    public void onCleanup(String what, Duration limit, Cleanup cleanup) {
        String step = running.isEmpty() ? what : running.peek();
        synchronized (cleanups) {
            cleanups.push(new Registered(what, step, limit, cleanup));
        }
    }

    private void cleanUpAfter(Throwable failure) {
        boolean wasCancelled = failure instanceof CancelledException;
        if (!wasCancelled) {
            narrator.error(BuildException.from(failure).getMessage());
        }
        if (onError == OnError.ABORT && !wasCancelled) {
            skipCleanups();
            return;
        }
        cleanUp().forEach(failure::addSuppressed);
    }

    private void skipCleanups() {
        narrator.error("Step \"" + failedStep + "\" failed, aborting...");
        for (Registered cleanup = next(); cleanup != null; cleanup = next()) {
            narrator.error("aborted: skipping cleanup of step \"" + cleanup.step() + "\" (" + cleanup.what() + ")");
        }
    }

    private List<BuildException> cleanUp() {
        List<BuildException> failures = new ArrayList<>();
        for (Registered cleanup = next(); cleanup != null; cleanup = next()) {
            BuildException failure = runCleanup(cleanup);
            if (failure != null) {
                narrator.error(failure.getMessage());
                failures.add(failure);
            }
        }
        return failures;
    }

    private @Nullable BuildException runCleanup(Registered cleanup) {
        Cancellation ofItsOwn = new Cancellation();
        try (Cancellation.Registration ignored = clock.cancelAfter(cleanup.limit(), ofItsOwn, "its time was over")) {
            cleanup.action().run(ofItsOwn);
            return null;
        } catch (RuntimeException | Error e) {
            String words = BuildException.from(e).getMessage();
            return new BuildException(Problem.of("Could not clean up " + cleanup.what() + ": " + words), e);
        }
    }

    private @Nullable Registered next() {
        synchronized (cleanups) {
            return cleanups.poll();
        }
    }

    @Override
    public Narrator narrator() {
        return narrator;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public boolean failed() {
        return failed;
    }
}
