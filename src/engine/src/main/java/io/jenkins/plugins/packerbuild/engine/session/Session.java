package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.build.BuildReport;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.console.RedactingListener;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.ledger.FileLedger;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.VariableSecrecy;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run in its session directory. In order of use:
 *
 * <pre>{@code
 * SessionDirectory directory = OwnSessions.of(System.getenv(), home).create(); // or SessionDirectory.at(path)
 * try (Session session = Session.open(directory, setup)) {   // lock, hello
 *     Spec spec = Spec.read(directory);                      // or: spec.write(directory)
 *     session.watch(spec.supervision().lease());             // heartbeat, lease, cancel
 *     Secrets secrets = spec.supervision().awaitSecrets()
 *             ? session.awaitSecrets(needs)                  // says what is needed, waits
 *             : session.secrets();
 *     ... builds run with session.listener() and session.ledger() ...
 *     session.finish(report);                                // result.json
 * }                                                          // gone, unless something is left in a cloud
 * session.kept();                                            // the directory to tell the user about
 * }</pre>
 *
 * <p>Its secrets are known to the redactor before they are returned. Used from one thread; the listener and the ledger
 * from several.
 */
public final class Session implements AutoCloseable {

    /** The version of everything that is written into a session directory. */
    public static final int PROTOCOL = 1;

    private static final Duration SECRETS_PATIENCE = Duration.ofSeconds(60);
    private static final Duration SECRETS_INTERVAL = Duration.ofMillis(100);

    private final SessionDirectory directory;
    private final Setup setup;
    private final SessionLock lock;
    private final EventLog events;
    private final BuildListener listener;
    private final FileLedger ledger;
    private final Cancellation over = new Cancellation();
    private @Nullable Thread watch;

    private Session(SessionDirectory directory, Setup setup, SessionLock lock) {
        this.directory = directory;
        this.setup = setup;
        this.lock = lock;
        BuildListener console = setup.console();
        events = EventLog.open(
                directory,
                new EventLog.Options(
                        EventLog.OUTPUT_CAP_BYTES,
                        setup.clock(),
                        trouble -> console.on(new BuildEvent.Warned(trouble))));
        listener = new RedactingListener(setup.redactor(), List.of(console, events));
        ledger = FileLedger.open(directory.ledger(), setup.run().runId(), setup.redactor(), listener);
    }

    /**
     * What a session works with.
     *
     * @param run the id and the start of this run
     * @param engineVersion for {@code hello}
     * @param redactor takes the secrets out of everything
     * @param console hears every event, without secrets
     * @param clock time
     * @param cancellation is cancelled by the {@code cancel} file, by a lease that is over, by a vanished directory
     */
    public record Setup(
            RunIdentity run,
            String engineVersion,
            Redactor redactor,
            BuildListener console,
            Clock clock,
            Cancellation cancellation) {}

    /**
     * Takes the lock and begins the record.
     *
     * @throws BuildException when another engine has the directory, in which nothing was written then, or when it cannot
     *     be written
     */
    public static Session open(SessionDirectory directory, Setup setup) {
        SessionLock lock = SessionLock.take(directory);
        try {
            Session session = new Session(directory, setup, lock);
            session.listener.on(new BuildEvent.Hello(
                    PROTOCOL,
                    setup.engineVersion(),
                    ProcessHandle.current().pid(),
                    setup.run().start()));
            return session;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Writes what has kept a run from beginning at all to {@code result.json}: for a starter who reads files only.
     *
     * @throws BuildException when another engine has the directory, in which nothing was written then
     */
    public static void refuse(SessionDirectory directory, List<Problem> problems) {
        try (SessionLock lock = SessionLock.take(directory)) {
            SessionFiles.writeWhole(directory.result(), new Result(new Redactor(), List.of()).of(problems, false));
        } catch (IOException e) {
            System.getLogger(Session.class.getName()).log(System.Logger.Level.DEBUG, "no result", e);
        }
    }

    /** Forgets how an earlier run in the directory was asked to end, and what came of it. */
    public void begin() {
        directory.forgetEnd();
    }

    /** Beats the heart, and watches for reasons to stop, until this is closed. */
    public void watch(Optional<Duration> lease) {
        watch = new Watcher(directory, lease, setup.clock(), setup.cancellation()).start(over);
    }

    /** The one door for events: takes secrets out, then tells the console and {@code events.jsonl}. */
    public BuildListener listener() {
        return listener;
    }

    /** What exists in a cloud because of this run. Each of its lines is an event too. */
    public FileLedger ledger() {
        return ledger;
    }

    /** Where it lives. */
    public SessionDirectory directory() {
        return directory;
    }

    /**
     * The values that are there already; none when there is no {@code secrets.json}.
     *
     * @throws BuildException when the file is wrong
     */
    public Secrets secrets() {
        return Secrets.take(directory).map(this::hidden).orElse(Secrets.NONE);
    }

    /**
     * Says what is needed, then waits for {@code secrets.json}, 60 seconds at most.
     *
     * @throws BuildException when it does not come, or is wrong
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     */
    public Secrets awaitSecrets(BuildEvent.Needs needs) {
        listener.on(needs);
        events.flush();
        Deadline deadline = Deadline.after(setup.clock(), SECRETS_PATIENCE);
        Optional<Secrets> secrets = Secrets.take(directory);
        while (secrets.isEmpty()) {
            if (deadline.isOver()) {
                throw new BuildException(Problem.of("Could not get the secrets of this build: no secrets.json came to"
                                + " session directory '" + directory.path() + "' in "
                                + SECRETS_PATIENCE.toSeconds() + " seconds.")
                        .withCure("See why whoever started this engine could not write it."));
            }
            setup.clock().sleep(SECRETS_INTERVAL, setup.cancellation());
            secrets = Secrets.take(directory);
        }
        return hidden(secrets.get());
    }

    /** Writes what came of the builds to {@code result.json}. */
    public void finish(BuildReport report) {
        write(new Result(setup.redactor(), ledger.open()).of(report));
    }

    /**
     * Writes what came of a run without builds to {@code result.json}.
     *
     * @param problems what has kept every build from starting, or what a cleanup has left; empty when all is well
     */
    public void finish(List<Problem> problems) {
        boolean cancelled = setup.cancellation().isCancelled();
        write(new Result(setup.redactor(), ledger.open()).of(problems, cancelled));
    }

    /** The directory, when it stays although the engine made it for itself: something is left in a cloud. */
    public Optional<SessionDirectory> kept() {
        return directory.own() && !ledger.open().isEmpty() ? Optional.of(directory) : Optional.empty();
    }

    /**
     * Ends the record and gives the lock back. Removes the credentials that are files, and a directory of the engine's own
     * unless something is left in a cloud.
     */
    @Override
    public void close() {
        endWatch();
        events.close();
        ledger.close();
        directory.removeFiles();
        lock.close();
        if (directory.own() && ledger.open().isEmpty()) {
            directory.remove();
        }
    }

    /** Its last heartbeat is written when this returns, so that the directory can be removed. */
    private void endWatch() {
        over.cancel("the session is over");
        try {
            if (watch != null) {
                watch.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Secrets hidden(Secrets secrets) {
        setup.redactor().addAll(secrets.credentialValues());
        secrets.variables().forEach((name, value) -> {
            if (VariableSecrecy.isSecretWhenGiven(name, value.reveal())) {
                setup.redactor().add(value);
            }
        });
        return secrets;
    }

    private void write(Map<String, Object> result) {
        events.flush();
        try {
            SessionFiles.writeWhole(directory.result(), result);
        } catch (IOException e) {
            Problem problem = Problem.of("Could not write session file '" + directory.result() + "': "
                            + SessionDirectory.words(e) + ".")
                    .withCure("What is said above is all there is.");
            listener.on(new BuildEvent.Warned(problem));
        }
    }
}
