package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A session among others that wait for their turns. All but {@link #conclude} is used under the pump's lock. */
final class PumpedSession {

    private static final Logger LOG = Logger.getLogger(PumpedSession.class.getName());

    private final SessionDriver driver;
    private final Consumer<SessionOutcome> ended;
    private final String id;
    private Duration due;
    private boolean taken;
    private boolean hurried;

    /** Used by the thread whose turn it is. */
    private boolean told;

    PumpedSession(SessionDriver driver, Consumer<SessionOutcome> ended, Duration due) {
        this.driver = driver;
        this.ended = ended;
        this.id = driver.record().id();
        this.due = due;
    }

    SessionDriver driver() {
        return driver;
    }

    String id() {
        return id;
    }

    String node() {
        return driver.record().node();
    }

    Duration due() {
        return due;
    }

    boolean isTaken() {
        return taken;
    }

    boolean isDue(Duration now) {
        return !taken && due.compareTo(now) <= 0;
    }

    /** Its turn begins; returns the node that it will keep busy. */
    String take() {
        taken = true;
        return node();
    }

    /** Its turn is over, the next one is due after this. */
    void giveBack(Duration now, Duration wait) {
        taken = false;
        due = hurried ? now : now.plus(wait);
        hurried = false;
    }

    void hurry(Duration now) {
        hurried = taken;
        due = taken ? due : now;
    }

    /** Tells the outcome, once. What nobody could record stays where it is, for whoever looks after dead sessions. */
    void conclude() throws InterruptedException {
        if (!told) {
            try {
                ended.accept(driver.outcome());
            } catch (RuntimeException | LinkageError e) {
                LOG.log(Level.WARNING, "Could not record the outcome of session " + id, e);
                return;
            }
            told = true;
        }
        driver.conclude();
    }
}
