package io.jenkins.plugins.packerbuild.reaper;

import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.agent.Adoption;
import io.jenkins.plugins.packerbuild.agent.Sessions;
import io.jenkins.plugins.packerbuild.credentials.CleanupSecrets;
import io.jenkins.plugins.packerbuild.session.LogLimits;
import io.jenkins.plugins.packerbuild.session.Phase;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.Registry;
import io.jenkins.plugins.packerbuild.session.RunFolder;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** What is done with one session that nobody leads. */
final class Care {

    private static final Logger LOGGER = Logger.getLogger(Care.class.getName());
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final SessionRecord session;
    private final @Nullable Run<?, ?> run;
    private final Attempts attempts;
    private final Sessions sessions = Sessions.get();

    Care(SessionRecord session, @Nullable Run<?, ?> run, Attempts attempts) {
        this.session = session;
        this.run = run;
        this.attempts = attempts;
    }

    /** Deletes what is on the agent; when that is away, the directory is swept up later. */
    void forget() throws IOException, InterruptedException {
        deleteDirectory();
        sessions.registry().remove(session.id());
    }

    /** An engine that is still at work there notices it, and ends. */
    private void deleteDirectory() throws InterruptedException {
        try {
            sessions.chores(session.node()).delete(session);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "could not delete the directory of session " + session.id(), e);
        }
    }

    /** Leads it to its end. An engine that still builds is asked to stop. */
    void adopt() throws IOException {
        LOGGER.log(Level.INFO, "Taking over packer-build session {0} of {1} on agent ''{2}''", new Object[] {
            session.id(), session.run(), session.node()
        });
        boolean cleanup = session.purpose() == Purpose.CLEANUP;
        follow(session, cleanup ? outcome -> cleaned(session, outcome) : this::ended);
        if (!cleanup) {
            sessions.cancel(session.id(), "its build is over", GRACE);
        }
    }

    /** Starts a cleanup at the first place where that is possible. */
    void cleanUp(List<String> places) throws InterruptedException {
        attempts.begin(session.id());
        deleteDirectory();
        for (String node : places) {
            try {
                cleanUp(node);
                return;
            } catch (IOException e) {
                LOGGER.log(Level.FINE, "no cleanup on '" + node + "'", e);
            }
        }
        LOGGER.log(Level.WARNING, "No agent is online to clean up after {0}; it is tried again.", session.run());
    }

    private void cleanUp(String node) throws IOException {
        Registry registry = sessions.registry();
        String directory = sessions.chores(node).freshDirectory();
        SessionRecord cleanup = new SessionRecord(
                session.id(),
                session.run(),
                node,
                directory,
                Purpose.CLEANUP,
                session.template(),
                Phase.PREPARING,
                session.credentials());
        registry.save(cleanup);
        LOGGER.log(Level.INFO, "Cleaning up after {0} from {1}", new Object[] {
            session.run(), node.isEmpty() ? "the controller" : "agent '" + node + "'"
        });
        follow(cleanup, outcome -> cleaned(cleanup, outcome));
    }

    private void follow(SessionRecord record, Consumer<SessionOutcome> ended) throws IOException {
        RunFolder folder = folder(record);
        boolean kept = record.purpose() != Purpose.CLEANUP && run != null;
        sessions.adopt(
                record,
                new Adoption(
                        CleanupSecrets.forCleanup(record, run),
                        new ReaperListener(record, run),
                        folder,
                        kept ? ended : ended.andThen(outcome -> delete(folder))));
    }

    /** What it had to remember for a restart; what came of it stands in the build or in the log. */
    private static void delete(RunFolder folder) {
        try {
            folder.delete();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not delete '" + folder + "'");
        }
    }

    /** A build's own session is kept with the build; each cleanup has a folder of its own. */
    private RunFolder folder(SessionRecord record) {
        if (record.purpose() != Purpose.CLEANUP && run != null) {
            return Sessions.folder(run, record.id());
        }
        return new RunFolder(cleanupFolder(record), LogLimits.USUAL);
    }

    private static Path cleanupFolder(SessionRecord record) {
        String directory = record.directory().replace('\\', '/');
        Path root = Jenkins.get().getRootDir().toPath().resolve("packer-build").resolve("cleanups");
        return root.resolve(directory.substring(directory.lastIndexOf('/') + 1));
    }

    private void ended(SessionOutcome outcome) {
        new ReaperListener(session, run).ended(outcome);
    }

    private void cleaned(SessionRecord cleanup, SessionOutcome outcome) {
        if (!outcome.success()) {
            LOGGER.log(
                    Level.WARNING,
                    "Could not remove everything that {0} has left. See Manage Jenkins. {1}",
                    new Object[] {session.run(), outcome.failure()});
        }
        try {
            new ReaperListener(session, run).cleaned(sessions.registry().leftovers(session.id()));
            Util.deleteRecursive(cleanupFolder(cleanup).toFile());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not finish the cleanup after " + session.run(), e);
        }
    }
}
