package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way back through a build: what its steps have registered, the last first. Registering is safe from several threads;
 * going back is for the build's own.
 */
final class Unwinding {

    private final BuildScope scope;
    private final Pauses pauses;

    /** Guarded by itself. */
    private final Deque<Undoing> registered = new ArrayDeque<>();

    Unwinding(BuildScope scope, Pauses pauses) {
        this.scope = scope;
        this.pauses = pauses;
    }

    void register(Undoing undoing) {
        synchronized (registered) {
            registered.push(undoing);
        }
    }

    /** Takes away everything, and returns what could not be taken away. */
    List<BuildException> everything() {
        List<BuildException> failures = new ArrayList<>();
        for (Undoing next = next(); next != null; next = next()) {
            if (next instanceof Undoing.Removal removal) {
                remove(removal, failures);
            } else if (next instanceof Undoing.Pause pause) {
                pauses.beforeCleanup(pause.step());
            }
        }
        return failures;
    }

    /** Takes away what the step that began last has made, so that it can be run again. */
    void lastStep() {
        for (Undoing next = next(); next != null && !(next instanceof Undoing.Begun); next = next()) {
            if (next instanceof Undoing.Removal removal) {
                remove(removal, new ArrayList<>());
            }
        }
    }

    /**
     * Does what is to be done after a failure, and takes away everything.
     *
     * @return the failure of the build as it is now, with what could not be taken away
     */
    Throwable everythingAfter(Throwable failure) {
        Throwable current = failure;
        List<BuildException> failures = new ArrayList<>();
        for (Undoing next = next(); next != null; next = next()) {
            if (next instanceof Undoing.Removal removal) {
                remove(removal, failures);
            } else if (next instanceof Undoing.AfterFailure after) {
                current = act(after, current);
            } else if (next instanceof Undoing.Pause pause) {
                pauses.beforeCleanup(pause.step());
            }
        }
        failures.forEach(current::addSuppressed);
        return current;
    }

    /**
     * Leaves everything, and says so.
     *
     * @param failed the step that failed; empty for none
     * @param actions whether to do what is to be done after a failure
     * @return the failure of the build as it is now
     */
    Throwable nothingAfter(Throwable failure, String failed, boolean actions) {
        Throwable current = failure;
        boolean told = false;
        for (Undoing next = next(); next != null; next = next()) {
            if (next instanceof Undoing.AfterFailure after && actions) {
                current = act(after, current);
            } else if (next instanceof Undoing.Pause pause) {
                pauses.beforeCleanup(pause.step());
            } else if (next instanceof Undoing.Begun begun) {
                told = told || aborts(current, failed);
                if (!begun.step().equals(failed)) {
                    scope.narrator().error("aborted: skipping cleanup of step \"" + begun.step() + "\"");
                }
            }
        }
        if (!told) {
            aborts(current, failed);
        }
        return current;
    }

    private boolean aborts(Throwable failure, String failed) {
        scope.narrator().error(BuildException.from(failure).getMessage());
        scope.narrator()
                .error(failed.isEmpty() ? "Build failed, aborting..." : "Step \"" + failed + "\" failed, aborting...");
        return true;
    }

    private Throwable act(Undoing.AfterFailure after, Throwable failure) {
        Cancellation until = scope.cancellation().child();
        if (until.isCancelled()) {
            return failure;
        }
        try (Cancellation.Registration ignored = limit(after.limit(), until)) {
            after.action().run(BuildException.from(failure), scope.until(until));
            return failure;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private void remove(Undoing.Removal removal, List<BuildException> failures) {
        Cancellation ofItsOwn = new Cancellation();
        try (Cancellation.Registration ignored = limit(removal.limit(), ofItsOwn)) {
            removal.cleanup().run(ofItsOwn);
        } catch (RuntimeException | Error e) {
            String words = BuildException.from(e).getMessage();
            BuildException failure =
                    new BuildException(Problem.of("Could not clean up " + removal.what() + ": " + words), e);
            scope.narrator().error(failure.getMessage());
            failures.add(failure);
        }
    }

    private Cancellation.Registration limit(Duration limit, Cancellation cancellation) {
        return scope.clock().cancelAfter(limit, cancellation, "its time was over");
    }

    private @Nullable Undoing next() {
        synchronized (registered) {
            return registered.poll();
        }
    }
}
