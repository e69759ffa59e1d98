package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Excerpt;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Conduct;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.BuildData;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one build on the calling thread and tells its start and its end. Never throws. */
final class SingleBuild {

    /** Characters; a provider may answer with a whole page. */
    private static final int LONGEST_ERROR = 1 << 14;

    private static final String BEFORE_PROVISIONER = "Pausing before the next provisioner . Press enter to continue.";

    /** Packer writes it into the working directory and leaves it there. */
    private static final String NO_KEY_FILE =
            "The temporary key of the machine is not written to a file, where it would"
                    + " outlive the build: to log in meanwhile, set \"ssh_private_key_file\".";

    private final BuilderRun run;
    private final RunContext context;
    private final Conduct conduct;
    private final Cancellation cancellation;

    /** What is there by now, whatever comes of the build. */
    private List<Artifact> made = List.of();

    /** The same as Packer lists it after a success. */
    private List<Artifact> listed = List.of();

    /** What the builder has told provisioners of its machine. */
    private Map<String, String> data = Map.of();

    SingleBuild(BuilderRun run, RunContext context, Conduct conduct, Cancellation cancellation) {
        this.run = run;
        this.context = context;
        this.conduct = conduct;
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
        try {
            Artifact artifact = scope(run.name()).runAll(this::build);
            made = List.of(artifact);
            listed = made;
            postProcess(artifact);
            return result(BuildStatus.SUCCEEDED, start, "");
        } catch (CancelledException e) {
            return result(BuildStatus.CANCELLED, start, e.getMessage());
        } catch (RuntimeException | Error e) {
            System.getLogger(SingleBuild.class.getName())
                    .log(System.Logger.Level.DEBUG, "build '" + run.name() + "' failed", e);
            BuildStatus status = cancellation.isCancelled() ? BuildStatus.CANCELLED : BuildStatus.FAILED;
            return result(status, start, BuildException.from(e).getMessage());
        }
    }

    private StepRunner scope(String speaker) {
        return new StepRunner(new Narrator(speaker, context.listener()), cancellation, context.clock(), conduct);
    }

    /** After the builder's own cleanups, as in Packer: the machine is gone by then. */
    private void postProcess(Artifact artifact) {
        cancellation.throwIfCancelled();
        ArtifactRemoval removal =
                new ArtifactRemoval(run.builder(), context.identity(), scope(run.name()), context.workingDirectory());
        Chains chains = new Chains(artifact, this::begin, removal);
        try {
            chains.run(run.chains());
        } finally {
            made = chains.there();
            listed = chains.listed();
        }
    }

    private PostProcessing begin(BuilderRun.Link link) {
        cancellation.throwIfCancelled();
        boolean named = !link.name().equals(link.type());
        scope(run.name())
                .narrator()
                .say("Running post-processor: " + link.name() + (named ? " (type " + link.type() + ")" : ""));
        StepRunner speaking = scope(run.name() + " (" + link.type() + ")");
        return new PostProcessing(context.identity(), speaking, dataForPostProcessors(), context.redact());
    }

    /** Names that a template may use, though this builder has nothing to say for them, show what Go shows then. */
    private Map<String, String> dataForPostProcessors() {
        Map<String, String> all = new HashMap<>();
        BuildData.names(run.type()).forEach(name -> all.put(name, "<no value>"));
        all.put("PackerRunUUID", context.identity().runId());
        all.putAll(data);
        return all;
    }

    private Artifact build(BuildScope scope) {
        if (conduct.pauses() && run.builder().makesKey()) {
            scope.narrator().say(NO_KEY_FILE);
        }
        return run.builder()
                .build(new BuildContext(
                        run.name(),
                        context.identity(),
                        scope,
                        context.ledger(),
                        context.connector(),
                        (communicator, generated, inScope) -> {
                            data = Map.copyOf(generated);
                            inScope.run(new ProvisionStep(provisioners(), run.errorCleanup(), communicator, generated));
                        }));
    }

    /** Under {@code -debug}, each waits for the operator; that after a failure does not. */
    private List<Provisioner> provisioners() {
        if (!conduct.pauses()) {
            return run.provisioners();
        }
        return run.provisioners().stream()
                .<Provisioner>map(provisioner -> (communicator, generated, scope) -> {
                    conduct.operator().ask(run.name(), BEFORE_PROVISIONER, scope.cancellation());
                    provisioner.provision(communicator, generated, scope);
                })
                .toList();
    }

    private BuildResult result(BuildStatus status, Duration start, String error) {
        Duration took = context.clock().uptime().minus(start);
        return new BuildResult(
                run.name(),
                run.type(),
                status,
                took,
                Excerpt.of(error, LONGEST_ERROR),
                made,
                status == BuildStatus.SUCCEEDED ? listed : made);
    }

    static BuildEvent.BuildFinished finished(BuildResult result) {
        return new BuildEvent.BuildFinished(
                result.name(), result.status(), result.duration(), result.error(), result.artifacts(), result.listed());
    }
}
