package io.jenkins.plugins.packerbuild.session;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes turns with all sessions of the controller. One agent that does not answer delays no session of another. Safe for
 * use by several threads.
 */
public final class SessionPump implements AutoCloseable {

    /** One that has no session yet. */
    public SessionPump(Ticker ticker) {}

    /**
     * Leads this session to its end from now on.
     *
     * @param ended hears the outcome once, on a thread of the pump; then the session is concluded
     */
    public void add(SessionDriver driver, Consumer<SessionOutcome> ended) {
        throw new UnsupportedOperationException();
    }

    /** The session's next turn is due now. */
    public void hurry(String id) {
        throw new UnsupportedOperationException();
    }

    /** A session that has not ended. */
    public Optional<SessionDriver> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** Takes no more turns. Sessions stay as they are, for the next start. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
