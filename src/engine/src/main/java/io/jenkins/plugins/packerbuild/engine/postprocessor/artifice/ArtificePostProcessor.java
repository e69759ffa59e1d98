package io.jenkins.plugins.packerbuild.engine.postprocessor.artifice;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an artifact of files that are there.
 *
 * @param patterns in the order of the template; a file that two of them find stands there twice, as in Packer
 */
record ArtificePostProcessor(List<Glob> patterns, PostProcessorSettings settings) implements PostProcessor {

    private static final String BUILDER_ID = "packer.post-processor.artifice";

    ArtificePostProcessor {
        patterns = List.copyOf(patterns);
    }

    @Override
    public Outcome process(Artifact artifact, PostProcessing context) {
        if (!artifact.files().isEmpty()) {
            context.scope().narrator().say("Discarding files from artifact: " + String.join(", ", artifact.files()));
        }
        List<String> files = find();
        String names = String.join(", ", files);
        context.scope().narrator().say("Using these artifact files: " + names);
        String description = "Created artifact from files: " + names;
        return new Outcome(
                Optional.of(new Artifact(
                        artifact.builder(), artifact.type(), BUILDER_ID, "", description, List.of(), files)),
                Keep.UNLESS_REFUSED);
    }

    private List<String> find() {
        Path directory = settings.facts().workingDirectory();
        List<String> files = new ArrayList<>();
        for (Glob pattern : patterns) {
            for (String file : files(pattern, directory)) {
                if (!Files.exists(directory.resolve(file))) {
                    throw failure(file, "stat " + file + ": no such file or directory", null);
                }
                files.add(file);
            }
        }
        return files;
    }

    private static List<String> files(Glob pattern, Path directory) {
        try {
            return pattern.find(directory);
        } catch (IOException e) {
            throw failure(pattern.text(), String.valueOf(e.getMessage()), e);
        }
    }

    private static BuildException failure(String file, String words, @Nullable IOException cause) {
        return new BuildException(
                Problem.of("Could not take file '" + file + "' into the artifact: " + words + ".")
                        .withCure("Look at 'files' of post-processor 'artifice', and what it finds."),
                cause);
    }
}
