package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a post-processor over files of a directory. */
public record PostProcessorBench(Path directory, RecordingListener told, Cancellation cancellation) {

    /** For a test that cancels nothing. */
    public static PostProcessorBench in(Path directory) {
        return new PostProcessorBench(directory, new RecordingListener(), new Cancellation());
    }

    /** What is wrong with the options. */
    public List<String> problems(PostProcessorType type, String options) {
        TestOptions given = TestOptions.ofPostProcessor(type.name(), options, Map.of());
        type.prepare(given.options(), settings("web"));
        given.options().finish();
        return given.collector().problems().stream()
                .map(problem -> problem.message())
                .toList();
    }

    /** Of the build {@code web}. */
    public Artifact process(PostProcessorType type, String options, String... files) {
        return processOf("web", type, options, files);
    }

    /** The artifact that it makes. */
    public Artifact processOf(String build, PostProcessorType type, String options, String... files) {
        TestOptions given = TestOptions.ofPostProcessor(type.name(), options, Map.of());
        PostProcessor postProcessor = type.prepare(given.options(), settings(build));
        given.options().finish();
        given.collector().throwIfAny();
        StepRunner scope = new StepRunner(
                new Narrator(build + " (" + type.name() + ")", told),
                cancellation,
                new VirtualClock(),
                OnError.CLEANUP);
        return postProcessor
                .process(
                        new Artifact(build, "file", "packer.file", "File", "d", List.of(), List.of(files)),
                        new PostProcessing(new RunIdentity("run-1", Instant.EPOCH), scope, Map.of(), text -> text))
                .artifact()
                .orElseThrow();
    }

    /** Names of all files that are there, sorted. */
    public List<String> there() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private PostProcessorSettings settings(String build) {
        return new PostProcessorSettings(
                build, "file", false, new RunFacts(Instant.EPOCH, directory, directory, Map.of()));
    }
}
