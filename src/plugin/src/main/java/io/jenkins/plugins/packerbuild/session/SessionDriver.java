package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Leads one session from its record to its outcome, one turn at a time. Everything that it must not forget is saved before
 * it is needed, so a new driver goes on where one was thrown away. Turns are taken by one thread at a time; the rest may be
 * called by any.
 */
public final class SessionDriver {

    private static final Logger LOG = Logger.getLogger(SessionDriver.class.getName());
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final SessionRecord start;
    private final SessionPorts ports;
    private final SessionConsole console;
    private final Stopping stopping;
    private final Outage outage;
    private volatile @Nullable SessionTurns turns;
    private volatile @Nullable SessionOutcome outcome;

    private SessionDriver(SessionRecord start, SessionPorts ports) {
        this.start = start;
        this.ports = ports;
        this.console = new SessionConsole(ports);
        this.stopping = new Stopping(ports.ticker());
        this.outage = new Outage(console);
    }

    /** Goes on where the record's phase says. */
    public static SessionDriver of(SessionRecord record, SessionPorts ports) {
        return new SessionDriver(record, ports);
    }

    /** One turn, which may block as long as the agent does. Returns when the next is due; empty when all is over. */
    public Optional<Duration> turn() throws InterruptedException {
        if (outcome != null) {
            return Optional.empty();
        }
        try {
            return step(turns());
        } catch (SessionHost.GoneException e) {
            return end("The build cannot go on: " + sentence(e), true);
        } catch (SessionHost.RefusedException e) {
            askToStop();
            return end(sentence(e), false);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw new InterruptedException(e.getMessage());
        } catch (IOException e) {
            return away(e);
        } catch (RecordsException e) {
            LOG.log(Level.WARNING, e.getMessage(), e);
            console.once(RecordsException.words(e) + ".");
            return Optional.of(AFTER_TROUBLE);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.log(Level.WARNING, "Could not follow session " + start.id() + " of " + start.run(), e);
            askToStop();
            return end(
                    "Could not follow session '" + start.id() + "': "
                            + e.getClass().getSimpleName()
                            + ". The engine is asked to clean up. Report this with what the controller's log says.",
                    false);
        }
    }

    /**
     * Asks the engine to stop and to clean up.
     *
     * @param why a sentence's end, for the log, as in {@code aborted by Jane}
     * @param grace how long the engine has; then it is killed
     */
    public void cancel(String why, Duration grace) {
        stopping.cancel(why, grace);
    }

    /** Ends the engine at the next turn, without any cleanup. */
    public void kill(String why) {
        stopping.kill(why);
    }

    /**
     * How it ended.
     *
     * @throws IllegalStateException before the end
     */
    public SessionOutcome outcome() {
        SessionOutcome known = outcome;
        if (known == null) {
            throw new IllegalStateException("session " + start.id() + " has not ended");
        }
        return known;
    }

    /** What is known so far. */
    public SessionReport report() {
        SessionTurns known = turns;
        return known == null ? Model.nothing(start) : known.memory().report();
    }

    /** The record as it was saved last. */
    public SessionRecord record() {
        SessionTurns known = turns;
        return known == null ? start : known.memory().record();
    }

    /** One line for humans: how far it is. */
    public String status() {
        String builders = report().builders().stream()
                .map(builder -> builder.name() + " " + builder.status().word())
                .collect(Collectors.joining(", "));
        return "packer-build session " + start.id() + " on " + Outage.place(record()) + ": "
                + record().phase().name().toLowerCase(java.util.Locale.ROOT)
                + (builders.isEmpty() ? "" : "; " + builders);
    }

    /**
     * After the outcome was recorded: deletes the agent's directory, and forgets the session unless something is left in a
     * cloud or on the agent.
     */
    public void conclude() throws InterruptedException {
        outcome();
        boolean deleted = delete();
        try {
            if (deleted && ports.registry().leftovers(start.id()).isEmpty()) {
                ports.registry().remove(start.id());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Could not forget session " + start.id(), e);
        }
    }

    private SessionTurns turns() throws RecordsException {
        SessionTurns known = turns;
        if (known == null) {
            known = SessionTurns.load(start, ports, console, stopping);
            turns = known;
        }
        return known;
    }

    private Optional<Duration> step(SessionTurns known) throws IOException, InterruptedException, RecordsException {
        SessionTurns.Turn turn = known.take(outage);
        outcome = turn.outcome();
        return turn.next();
    }

    private Optional<Duration> away(IOException e) {
        SessionTurns known = turns;
        if (known == null) {
            return Optional.of(AFTER_TROUBLE);
        }
        known.unreachable();
        boolean begun = known.memory().record().phase() != Phase.PREPARING;
        String place = Outage.place(known.memory().record());
        if (stopping.isOverdue() || (stopping.isRequested() && !begun)) {
            return end(
                    "Stopped waiting for " + place + ", which cannot be reached: " + RecordsException.words(e)
                            + ". The cleanup is left to Jenkins, when the agent is back or on another one.",
                    false);
        }
        return Optional.of(outage.begin(place, e, begun ? "The build goes on there" : "The build has not begun"));
    }

    private Optional<Duration> end(String failure, boolean agentGone) {
        SessionTurns known = turns;
        if (known == null) {
            outcome = new SessionOutcome(SessionTurns.broken(start, failure), failure, agentGone);
            console.say(List.of(failure));
        } else {
            outcome = known.end(failure, agentGone);
        }
        return Optional.empty();
    }

    private void askToStop() throws InterruptedException {
        try {
            if (record().phase() != Phase.PREPARING) {
                ports.host().requestCancel();
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.log(Level.FINE, "could not ask the engine to stop", e);
        }
    }

    private boolean delete() throws InterruptedException {
        try {
            ports.host().delete();
            return true;
        } catch (SessionHost.GoneException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "why a session directory could not be deleted", e);
            LOG.info(() -> "Could not delete session directory '" + start.directory() + "': "
                    + RecordsException.words(e) + ". It is tried again.");
            return false;
        }
    }

    private static String sentence(IOException e) {
        return RecordsException.words(e) + ".";
    }
}
