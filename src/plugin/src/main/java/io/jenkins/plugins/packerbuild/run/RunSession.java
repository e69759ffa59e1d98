package io.jenkins.plugins.packerbuild.run;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.agent.FileSizes;
import io.jenkins.plugins.packerbuild.agent.LaunchContext;
import io.jenkins.plugins.packerbuild.agent.ResumeContext;
import io.jenkins.plugins.packerbuild.agent.Sessions;
import io.jenkins.plugins.packerbuild.agent.StartRequest;
import io.jenkins.plugins.packerbuild.config.PackerBuildGlobalConfiguration;
import io.jenkins.plugins.packerbuild.credentials.RunSecrets;
import io.jenkins.plugins.packerbuild.metadata.EnvironmentNames;
import io.jenkins.plugins.packerbuild.metadata.ManifestArchiver;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.session.EngineSpec;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One session of a Jenkins build, from what the user wants to what is recorded. Its methods may take seconds: never on the
 * thread that runs a Pipeline's program.
 */
public final class RunSession {

    private static final Logger LOGGER = Logger.getLogger(RunSession.class.getName());
    private static final int MOST_FILES = 100;

    private final String id;
    private final Purpose purpose;
    private final BuildOptions options;
    private final Map<String, String> variables;
    private final Front front;

    /**
     * Of one front.
     *
     * @param id a new UUID, or the one of a session that was started before
     * @param options without values of variables
     * @param variables the values that the user gave
     */
    public RunSession(String id, Purpose purpose, BuildOptions options, Map<String, String> variables, Front front) {
        this.id = id;
        this.purpose = purpose;
        this.options = options;
        this.variables = variables;
        this.front = front;
    }

    /**
     * Starts it.
     *
     * @param lease how long the engine goes on when Jenkins is away
     * @throws IOException with a sentence for the user, when nothing was started
     */
    public void start(StartRequest.Place place, Duration lease) throws IOException, InterruptedException {
        RunSecrets secrets =
                RunSecrets.of(place.run(), place.environment(), place.sensitive(), variables, options.getCredentials());
        StartRequest request = new StartRequest(
                place,
                work(lease),
                new StartRequest.Java(options.getJavaHome(), jvmOptions()),
                secrets,
                new RunListener(place.run(), purpose, front));
        SessionRecord record = Sessions.get().begin(id, request);
        Sessions.get().pump(record, request, outcome -> ended(outcome, place.run(), place::directory));
    }

    /** Goes on with one that was started before the controller was. The agent may still be away. */
    public void resume(SessionRecord record, Resumption resumption) throws IOException, InterruptedException {
        RunSecrets secrets = RunSecrets.resumed(
                resumption.run(),
                resumption.environment(),
                resumption.sensitive(),
                variables,
                options.getCredentials(),
                record);
        ResumeContext context = new ResumeContext(
                resumption.run(),
                resumption.log(),
                new LaunchContext(resumption::environment, resumption.launcher(), options.getJavaHome(), jvmOptions()),
                secrets,
                new RunListener(resumption.run(), purpose, front));
        Sessions.get().resume(id, context, outcome -> ended(outcome, resumption.run(), resumption.directory()));
    }

    /**
     * With what a session goes on. What belongs to the agent is asked for only when it is needed.
     *
     * @param environment the step's
     * @param sensitive names of variables in it whose values are secrets
     * @param launcher the step's own
     * @param directory the step's current directory
     */
    public record Resumption(
            Run<?, ?> run,
            TaskListener log,
            EnvVars environment,
            Set<String> sensitive,
            LaunchContext.Source<Launcher> launcher,
            LaunchContext.Source<FilePath> directory) {
        /** Shows nothing of the environment. */
        @Override
        public String toString() {
            return "Resumption[" + run + "]";
        }
    }

    /** The later ones win: the step's. */
    private List<String> jvmOptions() {
        List<String> all = new ArrayList<>(PackerBuildGlobalConfiguration.get().jvmArguments());
        all.addAll(options.getJvmOptions());
        return all;
    }

    private StartRequest.Work work(Duration lease) {
        return new StartRequest.Work(
                purpose,
                options.getTemplate(),
                options.getVarFiles(),
                List.copyOf(variables.keySet()),
                new EngineSpec.Selection(options.getOnly(), options.getExcept()),
                new EngineSpec.Behaviour(
                        options.getOnError(), options.isForce(), options.isFailFast(), options.getParallelBuilds()),
                lease);
    }

    private void ended(SessionOutcome outcome, Run<?, ?> run, LaunchContext.Source<FilePath> directory) {
        try {
            if (purpose == Purpose.BUILD) {
                record(outcome, run, directory);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not record what came of the images of " + run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            front.ended(outcome);
        }
    }

    private void record(SessionOutcome outcome, Run<?, ?> run, LaunchContext.Source<FilePath> directory)
            throws IOException, InterruptedException {
        PackerRunAction action = PackerRunAction.of(run);
        action.update(outcome);
        action.save();
        if (outcome.report().artifacts().isEmpty()) {
            return;
        }
        sayWhoseNamesWereTaken(PackerRunAction.reports(run));
        if (options.isArchiveManifest()) {
            ManifestArchiver.archive(run, id, sizes(outcome.report(), directory), log());
            action.save();
        }
    }

    /** Of files among the artifacts. What an agent names is looked up on that agent only; none when it is away. */
    private static Map<String, Long> sizes(SessionReport report, LaunchContext.Source<FilePath> directory)
            throws InterruptedException {
        List<String> files = report.artifacts().stream()
                .flatMap(artifact -> artifact.files().stream())
                .limit(MOST_FILES)
                .toList();
        try {
            FilePath there = files.isEmpty() ? null : directory.get();
            return there == null ? Map.of() : FileSizes.of(there, files);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the manifest is worth more than sizes", e);
            return Map.of();
        }
    }

    /** What was said at the end of an earlier session is not said again. */
    private void sayWhoseNamesWereTaken(List<SessionReport> all) throws InterruptedException {
        List<SessionReport> before =
                all.stream().filter(report -> !report.id().equals(id)).toList();
        List<String> known = EnvironmentNames.of(before).warnings();
        EnvironmentNames.of(all).warnings().stream()
                .filter(warning -> !known.contains(warning))
                .forEach(log().getLogger()::println);
    }

    private TaskListener log() throws InterruptedException {
        try {
            return front.log();
        } catch (IOException e) {
            return TaskListener.NULL; // the step is over; its images are recorded all the same
        }
    }
}
