package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;

/** What a step finds around it: who listens, whether to stop, what time it is, and where cleanups go. */
public interface BuildScope {

    /** Tells people what happens in this build. */
    Narrator narrator();

    /** Cancelled when this build is to stop. */
    Cancellation cancellation();

    /** Time and waiting. */
    Clock clock();

    /** The person at the terminal, if there is one. */
    Operator operator();

    /**
     * Runs a step now, as a part of this build: checks for cancel before, tells its begin and its end.
     *
     * @throws RuntimeException what the step throws
     */
    <T> T run(Step<T> step);

    /**
     * Registers what must be taken away at the end. Cleanups run in reverse order on success, failure and cancel; a
     * failing one does not stop the others.
     *
     * @param what the thing for messages, as in {@code security group sg-1}
     * @param limit after which the cleanup is given up
     */
    void onCleanup(String what, Duration limit, Cleanup cleanup);

    /**
     * Registers what is to be done if the build fails, now or in a later step; in the order of the cleanups. Of a step that
     * is tried again, it is forgotten.
     *
     * @param limit after which it is given up
     */
    void onFailure(Duration limit, FailureAction action);

    /** The same build for a part of it that may be asked to stop alone; a child of this scope's cancellation, as a rule. */
    default BuildScope until(Cancellation other) {
        return new ScopeUntil(this, other);
    }

    /** Whether the build has failed or was cancelled; for cleanups that differ after success. */
    boolean failed();
}
