package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;
import java.util.Optional;

/**
 * Leads one session from its record to its outcome, one turn at a time. Everything that it must not forget is saved before
 * it is needed, so a new driver goes on where one was thrown away. Turns are taken by one thread at a time; the rest may be
 * called by any.
 */
public final class SessionDriver {

    private SessionDriver() {}

    /** Goes on where the record's phase says. */
    public static SessionDriver of(SessionRecord record, SessionPorts ports) {
        throw new UnsupportedOperationException();
    }

    /** One turn, which may block as long as the agent does. Returns when the next is due; empty when all is over. */
    public Optional<Duration> turn() throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the engine to stop and to clean up.
     *
     * @param why a sentence's end, for the log, as in {@code aborted by Jane}
     * @param grace how long the engine has; then it is killed
     */
    public void cancel(String why, Duration grace) {
        throw new UnsupportedOperationException();
    }

    /** Ends the engine at the next turn, without any cleanup. */
    public void kill(String why) {
        throw new UnsupportedOperationException();
    }

    /**
     * How it ended.
     *
     * @throws IllegalStateException before the end
     */
    public SessionOutcome outcome() {
        throw new UnsupportedOperationException();
    }

    /** What is known so far. */
    public SessionReport report() {
        throw new UnsupportedOperationException();
    }

    /** The record as it was saved last. */
    public SessionRecord record() {
        throw new UnsupportedOperationException();
    }

    /** One line for humans: how far it is. */
    public String status() {
        throw new UnsupportedOperationException();
    }

    /**
     * After the outcome was recorded: deletes the agent's directory, and forgets the session unless something is left in a
     * cloud or on the agent.
     */
    public void conclude() throws InterruptedException {
        throw new UnsupportedOperationException();
    }
}
