package io.jenkins.plugins.packerbuild.step;

import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.util.Secret;
import io.jenkins.plugins.packerbuild.agent.Sessions;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.options.OptionCheck;
import io.jenkins.plugins.packerbuild.run.RunSession;
import io.jenkins.plugins.packerbuild.run.TimedOut;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/**
 * A step that runs: it starts a session, then waits for its end without a thread, across restarts of the controller. What
 * is written to {@code program.dat} is the session's id, the options, and the values of variables, encrypted.
 *
 * <p>Jenkins calls it on the thread of the Pipeline's program, so everything that may take time goes elsewhere.
 */
final class PackerBuildExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(PackerBuildExecution.class.getName());
    private static final Duration LEASE = Duration.ofHours(6);

    /** Two causes within this time are one: those of a parallel branch and of its whole build, for example. */
    private static final long ONE_ABORT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long MOST_SAVING_SECONDS = 30;

    private final String id = UUID.randomUUID().toString();
    private final Purpose purpose;
    private final BuildOptions options;
    private final LinkedHashMap<String, Secret> variables = new LinkedHashMap<>();
    private volatile @Nullable Throwable cause;
    private long deadlineMillis;
    private transient volatile long abortedNanos;
    private transient volatile boolean over;
    private transient volatile @Nullable Future<?> alarm;

    /**
     * For checked options.
     *
     * @throws AbortException when they cannot be right
     */
    static PackerBuildExecution of(StepContext context, BuildOptions options, Purpose purpose) throws AbortException {
        OptionCheck.check(options);
        return new PackerBuildExecution(context, options, purpose);
    }

    private PackerBuildExecution(StepContext context, BuildOptions options, Purpose purpose) {
        super(context);
        this.purpose = purpose;
        this.options = options.withoutVariables();
        options.getVars()
                .forEach(variable -> variables.put(variable.getName(), Secret.fromString(variable.getValue())));
    }

    @Override
    public boolean start() {
        if (options.getTimeoutMinutes() > 0) {
            deadlineMillis = System.currentTimeMillis() + TimeUnit.MINUTES.toMillis(options.getTimeoutMinutes());
        }
        inBackground(() -> {
            saveTheId();
            session().start(StepPlace.of(getContext()), LEASE);
            watchTheTime();
            return this;
        });
        return false;
    }

    @Override
    public void onResume() {
        inBackground(() -> {
            resume(getContext().get(Run.class));
            watchTheTime();
            return this;
        });
    }

    /** The first time asks for a cleanup and waits for it; a later time ends the engine as it is. */
    @Override
    public void stop(Throwable why) {
        boolean first = cause == null;
        if (!first && System.nanoTime() - abortedNanos < ONE_ABORT_NANOS) {
            return;
        }
        if (first) {
            cause = why;
            abortedNanos = System.nanoTime();
            // The abort is passed on all the same when it cannot be saved.
            var unused = getContext().saveState();
        }
        if (first && !Interruptions.isAgentGone(why)) {
            inBackground(() -> {
                passOnTheAbort();
                sayWhoWaits(why);
                return this;
            });
        } else {
            Sessions.get().kill(id, first ? Interruptions.words(why) : "a second abort");
        }
    }

    @Override
    public String getStatus() {
        return Sessions.get().status(id);
    }

    private RunSession session() {
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name, value.getPlainText()));
        return new RunSession(id, purpose, options, values, new StepFront(getContext(), this));
    }

    /** What was started goes on; what has ended while nobody listened is handed over; nothing is started twice. */
    private void resume(Run<?, ?> run) throws IOException, InterruptedException {
        Optional<SessionRecord> record = Sessions.get().registry().find(id);
        Optional<SessionReport> report = Sessions.folder(run, id).report();
        if (record.isPresent()) {
            session().resume(record.get(), StepPlace.again(getContext()));
        } else if (report.isPresent()) {
            ended(Sessions.outcomeOf(run, id));
        } else {
            session().start(StepPlace.of(getContext()), LEASE);
        }
    }

    /** Nothing depends on it. */
    /** After a crash from here on, this step is found again with this id, and starts no second engine. */
    private void saveTheId() throws InterruptedException {
        try {
            getContext().saveState().get(MOST_SAVING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not save that session " + id + " begins");
        }
    }

    private void sayWhoWaits(Throwable why) throws InterruptedException {
        if (purpose != Purpose.BUILD || !Interruptions.isImpatient(why)) {
            return;
        }
        try {
            new StepFront(getContext(), this)
                    .log()
                    .getLogger()
                    .println("'timeout' waits one minute for a cleanup. A longer one goes on outside of this build, and"
                            + " '" + getContext().get(Run.class).getUrl()
                            + "packer/' shows it. With timeoutMinutes the step waits for it.");
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "session " + id + " is stopped without a word");
        }
    }

    private void passOnTheAbort() {
        Throwable why = cause;
        if (why != null) {
            cancel(Interruptions.words(why));
        }
    }

    /** The build has ended without waiting for this step. */
    void abandoned() {
        cancel("its build is over");
    }

    private void cancel(String why) {
        Sessions.get().cancel(id, why, Duration.ofMinutes(options.getCancelGraceMinutes()));
    }

    private void watchTheTime() {
        if (deadlineMillis > 0) {
            long left = Math.max(0, deadlineMillis - System.currentTimeMillis());
            alarm = Timer.get().schedule(this::timeOut, left, TimeUnit.MILLISECONDS);
        }
    }

    /** What is being stopped already is left to its cleanup: nobody has asked a second time. */
    private void timeOut() {
        if (!over && cause == null) {
            stop(TimedOut.after(options.getTimeoutMinutes()));
        }
    }

    /** What fails to begin fails the step; an abort that came too early is passed on. */
    private void inBackground(Callable<?> work) {
        Computer.threadPoolForRemoting.execute(() -> {
            try {
                work.call();
                passOnTheAbort();
            } catch (Exception | LinkageError e) {
                LOGGER.log(Level.FINE, e, () -> "session " + id + " could not go on");
                getContext().onFailure(cause == null ? Interruptions.forUsers(e) : cause);
            }
        });
    }

    /** Hands over what came of it. A step that cannot do that fails: it must not wait for ever. */
    void ended(SessionOutcome outcome) {
        over = true;
        Future<?> timeOut = alarm;
        if (timeOut != null) {
            timeOut.cancel(false);
        }
        Throwable why = cause;
        if (why != null) {
            getContext().onFailure(why);
            return;
        }
        try {
            new StepEnd(getContext(), purpose, options).accept(outcome);
        } catch (RuntimeException | LinkageError e) {
            getContext().onFailure(e);
        }
    }
}
