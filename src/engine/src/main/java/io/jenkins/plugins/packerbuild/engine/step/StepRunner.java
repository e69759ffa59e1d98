package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * Runs the steps of one build and, whatever comes of them, their cleanups in reverse order. One build, one runner, one
 * thread; cleanups may be registered from other threads.
 */
public final class StepRunner implements BuildScope {

    /** How the outermost step that ran last has ended. */
    private record Ending(String failedStep, boolean tellsFailure) {
        static final Ending GOOD = new Ending("", true);
    }

    private final Narrator narrator;
    private final Cancellation cancellation;
    private final Clock clock;
    private final Conduct conduct;
    private final Pauses pauses;
    private final Unwinding unwinding;
    private final Progress progress = new Progress();

    /** What changes on the way. */
    private static final class Progress {
        private int depth;
        private Ending last = Ending.GOOD;
        private OnError onError = OnError.CLEANUP;
        private volatile boolean failed;
    }

    /** For one build. */
    public StepRunner(Narrator narrator, Cancellation cancellation, Clock clock, OnError onError) {
        this(narrator, cancellation, clock, Conduct.of(onError));
    }

    /** For one build that may have an operator. */
    public StepRunner(Narrator narrator, Cancellation cancellation, Clock clock, Conduct conduct) {
        this.narrator = narrator;
        this.cancellation = cancellation;
        this.clock = clock;
        this.conduct = conduct;
        this.pauses = new Pauses(this, conduct);
        this.unwinding = new Unwinding(this, pauses);
        this.progress.onError = conduct.onError();
    }

    /**
     * Runs the build's recipe and then all cleanups.
     *
     * @return what the recipe returns, also when a cleanup fails after it: what was made is not lost; the failure is told,
     *     and the ledger says what remains
     * @throws RuntimeException what the recipe throws, or what is done after a failure, with failed cleanups as suppressed
     *     exceptions
     */
    public <T> T runAll(Function<? super BuildScope, T> recipe) {
        T result;
        try {
            result = recipe.apply(this);
        } catch (RuntimeException | Error e) {
            progress.failed = true;
            Throwable failure = cleanUpAfter(e);
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
        unwinding.everything();
        return result;
    }

    @Override
    public <T> T run(Step<T> step) {
        if (progress.depth > 0) {
            return attempt(step);
        }
        while (true) {
            unwinding.register(new Undoing.Begun(step.name()));
            try {
                T result = attempt(step);
                progress.last = Ending.GOOD;
                pauses.afterRun(step.name());
                unwinding.register(new Undoing.Pause(step.name()));
                return result;
            } catch (RuntimeException | Error e) {
                progress.last = new Ending(step.name(), step.tellsFailure());
                if (!triesAgain(step, e)) {
                    throw e;
                }
                unwinding.lastStep();
            }
        }
    }

    /** Asks only where {@code -on-error=ask} says so; a cancel is no failure. */
    private boolean triesAgain(Step<?> step, Throwable failure) {
        if (conduct.onError() != OnError.ASK || failure instanceof CancelledException) {
            return false;
        }
        String words = BuildException.from(failure).getMessage();
        Pauses.Choice choice = pauses.afterFailure(step.name(), words);
        progress.onError = choice == Pauses.Choice.ABORT ? OnError.ABORT : OnError.ASK;
        return choice == Pauses.Choice.RETRY;
    }

    private <T> T attempt(Step<T> step) {
        cancellation.throwIfCancelled();
        Duration start = clock.uptime();
        narrator.listener().on(new BuildEvent.StepStarted(narrator.builder(), step.name()));
        progress.depth++;
        boolean success = false;
        try {
            T result = step.run(this);
            success = true;
            return result;
        } finally {
            progress.depth--;
            Duration took = clock.uptime().minus(start);
            narrator.listener().on(new BuildEvent.StepFinished(narrator.builder(), step.name(), success, took));
        }
    }

    @Override
    public void onCleanup(String what, Duration limit, Cleanup cleanup) {
        unwinding.register(new Undoing.Removal(what, limit, cleanup));
    }

    @Override
    public void onFailure(Duration limit, FailureAction action) {
        unwinding.register(new Undoing.AfterFailure(limit, action));
    }

    private Throwable cleanUpAfter(Throwable failure) {
        Ending last = progress.last;
        if (failure instanceof CancelledException) {
            return unwinding.everythingAfter(failure);
        }
        if (cancellation.isCancelled()) {
            progress.onError = OnError.CLEANUP;
        }
        if (progress.onError == OnError.ABORT || progress.onError == OnError.RUN_CLEANUP_PROVISIONER) {
            boolean actions = progress.onError == OnError.RUN_CLEANUP_PROVISIONER;
            return unwinding.nothingAfter(failure, last.failedStep(), actions);
        }
        boolean told = progress.onError == OnError.ASK && !last.failedStep().isEmpty();
        if (!told && last.tellsFailure()) {
            narrator.error(BuildException.from(failure).getMessage());
        }
        return unwinding.everythingAfter(failure);
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
    public Operator operator() {
        return conduct.operator();
    }

    @Override
    public boolean failed() {
        return progress.failed;
    }
}
