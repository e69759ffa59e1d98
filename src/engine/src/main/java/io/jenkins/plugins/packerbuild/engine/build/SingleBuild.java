package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Excerpt;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.time.Duration;
import java.util.List;

/** Runs one build on the calling thread and tells its start and its end. Never throws. */
final class SingleBuild {

    /** Characters; a provider may answer with a whole page. */
    private static final int LONGEST_ERROR = 1 << 14;

    private final BuilderRun run;
    private final RunContext context;
    private final OnError onError;
    private final Cancellation cancellation;

    SingleBuild(BuilderRun run, RunContext context, OnError onError, Cancellation cancellation) {
        this.run = run;
        this.context = context;
        this.onError = onError;
        this.cancellation = cancellation;
    }

    BuildResult run() {
        context.listener().on(new BuildEvent.BuildStarted(run.name(), run.type()));
        Duration start = context.clock().uptime();
        BuildResult result = outcome(start);
        context.listener().on(finished(result));
        return result;
    }

    private BuildResult outcome(Duration start) {
        StepRunner runner =
                new StepRunner(new Narrator(run.name(), context.listener()), cancellation, context.clock(), onError);
        try {
            Artifact artifact = runner.runAll(this::build);
            return result(BuildStatus.SUCCEEDED, start, "", List.of(artifact));
        } catch (CancelledException e) {
            return result(BuildStatus.CANCELLED, start, e.getMessage(), List.of());
        } catch (RuntimeException | Error e) {
            System.getLogger(SingleBuild.class.getName())
                    .log(System.Logger.Level.DEBUG, "build '" + run.name() + "' failed", e);
            BuildStatus status = cancellation.isCancelled() ? BuildStatus.CANCELLED : BuildStatus.FAILED;
            return result(status, start, BuildException.from(e).getMessage(), List.of());
        }
    }

    private Artifact build(BuildScope scope) {
        return run.builder()
                .build(new BuildContext(
                        run.name(),
                        context.identity(),
                        scope,
                        context.ledger(),
                        context.connector(),
                        (communicator, data, inScope) ->
                                inScope.run(new ProvisionStep(run.provisioners(), communicator, data))));
    }

    private BuildResult result(BuildStatus status, Duration start, String error, List<Artifact> artifacts) {
        Duration took = context.clock().uptime().minus(start);
        return new BuildResult(run.name(), run.type(), status, took, Excerpt.of(error, LONGEST_ERROR), artifacts);
    }

    static BuildEvent.BuildFinished finished(BuildResult result) {
        return new BuildEvent.BuildFinished(
                result.name(), result.status(), result.duration(), result.error(), result.artifacts());
    }
}
