package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Adds entries to a manifest as one run does; also as a process of its own: {@code DIRECTORY RUN COUNT}, which prints what
 * went wrong.
 */
record ManifestWriter(Path directory, String runId, boolean force, Clock clock) {

    static ManifestWriter of(Path directory, String runId) {
        return new ManifestWriter(directory, runId, false, Clock.system());
    }

    public static void main(String[] arguments) {
        try {
            ManifestWriter writer = of(Path.of(arguments[0]), arguments[1]);
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                writer.add("{}", arguments[1] + "-" + i);
            }
        } catch (BuildException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    PostProcessor.Outcome add(String options, String build, String... files) {
        return add(options, new Artifact(build, "file", "packer.file", "File", "d", List.of(), List.of(files)));
    }

    PostProcessor.Outcome add(String options, Artifact artifact) {
        Narrator narrator = new Narrator(artifact.builder(), new RecordingListener());
        StepRunner scope = new StepRunner(narrator, new Cancellation(), clock, OnError.CLEANUP);
        PostProcessing context = new PostProcessing(
                new RunIdentity(runId, Instant.EPOCH),
                scope,
                Map.of("ID", "i-1"),
                text -> text.replace("hunter2", "<sensitive>"));
        return postProcessor(options, artifact.builder()).process(artifact, context);
    }

    private PostProcessor postProcessor(String options, String build) {
        RunFacts facts = new RunFacts(Instant.EPOCH, directory, directory, Map.of());
        TestOptions given = TestOptions.ofPostProcessor("manifest", options, Map.of());
        PostProcessor postProcessor =
                new ManifestType().prepare(given.options(), new PostProcessorSettings(build, "file", force, facts));
        given.options().finish();
        given.collector().throwIfAny();
        return postProcessor;
    }
}
