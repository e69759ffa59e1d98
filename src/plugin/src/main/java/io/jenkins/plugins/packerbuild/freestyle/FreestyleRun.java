package io.jenkins.plugins.packerbuild.freestyle;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.agent.Sessions;
import io.jenkins.plugins.packerbuild.agent.StartRequest;
import io.jenkins.plugins.packerbuild.credentials.SecretNames;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.options.OptionCheck;
import io.jenkins.plugins.packerbuild.run.Front;
import io.jenkins.plugins.packerbuild.run.RunSession;
import io.jenkins.plugins.packerbuild.run.TimedOut;
import io.jenkins.plugins.packerbuild.run.Verdict;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One build step of one build: waits for its session on the build's own thread. Used once. */
final class FreestyleRun implements Front {

    private static final Duration LEASE = Duration.ofMinutes(15);

    private final String id = UUID.randomUUID().toString();
    private final Run<?, ?> run;
    private final FilePath workspace;
    private final EnvVars env;
    private final Launcher launcher;
    private final TaskListener listener;
    private final CompletableFuture<SessionOutcome> end = new CompletableFuture<>();

    FreestyleRun(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener) {
        this.run = run;
        this.workspace = workspace;
        this.env = env;
        this.launcher = launcher;
        this.listener = listener;
    }

    void perform(BuildOptions raw) throws InterruptedException, IOException {
        BuildOptions options = raw.expanded(env::expand);
        OptionCheck.check(options);
        Map<String, String> variables = new LinkedHashMap<>();
        options.getVars().forEach(variable -> variables.put(variable.getName(), variable.getValue()));
        new RunSession(id, Purpose.BUILD, options.withoutVariables(), variables, this).start(place(), LEASE);
        SessionOutcome outcome = await(options);
        conclude(Verdict.of(outcome, options));
    }

    @Override
    public TaskListener log() {
        return listener;
    }

    @Override
    public void label(String text) {
        // A build step has no place for one.
    }

    @Override
    public void ended(SessionOutcome outcome) {
        end.complete(outcome);
    }

    private StartRequest.Place place() throws AbortException {
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new AbortException("Could not find the agent of workspace '" + workspace.getRemote()
                    + "'. It may have been removed; build again on another one.");
        }
        // In a Pipeline's step([$class: …]) nobody tells a build step which variables withCredentials has made.
        Set<String> sensitive =
                run instanceof AbstractBuild<?, ?> build ? build.getSensitiveBuildVariables() : SecretNames.in(env);
        return new StartRequest.Place(run, node, workspace, env, sensitive, launcher, listener);
    }

    /** An abort waits for the cleanup; a second one, and the time-out of the cleanup, do not. */
    private SessionOutcome await(BuildOptions options) throws InterruptedException {
        Duration grace = Duration.ofMinutes(options.getCancelGraceMinutes());
        int minutes = options.getTimeoutMinutes();
        try {
            return minutes == 0 ? end.get() : end.get(minutes, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            awaitCleanup(TimedOut.words(minutes), grace);
            throw TimedOut.after(minutes); // not an AbortException, which makes a FAILURE of any result
        } catch (InterruptedException e) {
            awaitCleanup("the build was aborted", grace);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private SessionOutcome awaitCleanup(String why, Duration grace) throws InterruptedException {
        Sessions.get().cancel(id, why, grace);
        try {
            return end.get();
        } catch (InterruptedException e) {
            Sessions.get().kill(id, "a second abort");
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void conclude(Verdict verdict) throws AbortException {
        if (verdict.kind() == Verdict.Kind.FAILURE) {
            throw new AbortException(verdict.sentence());
        }
        if (verdict.kind() != Verdict.Kind.SUCCESS) {
            listener.getLogger().println(verdict.sentence());
        }
        if (verdict.kind() == Verdict.Kind.UNSTABLE) {
            run.setResult(Result.UNSTABLE);
        }
    }
}
