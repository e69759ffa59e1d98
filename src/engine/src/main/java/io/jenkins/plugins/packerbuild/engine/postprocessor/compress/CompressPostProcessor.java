package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.postprocessor.Draft;
import io.jenkins.plugins.packerbuild.engine.postprocessor.FileWords;
import io.jenkins.plugins.packerbuild.engine.postprocessor.OutputName;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.SourceFile;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one archive of an artifact's files; whoever fails leaves none.
 *
 * @param output name of the archive
 * @param format what it is
 * @param level 1 to 9, another number is the default
 * @param turns for what needs much memory
 */
record CompressPostProcessor(OutputName output, ArchiveFormat format, int level, Turns turns) implements PostProcessor {

    @Override
    public Outcome process(Artifact artifact, PostProcessing context) {
        String name = output.render(context.data(), Map.of());
        List<SourceFile> files = artifact.files().stream()
                .map(file -> SourceFile.of(file, output.settings().facts().workingDirectory()))
                .toList();
        Path target = output.path(name);
        refuseOwnInput(name, target, files);
        new Archiving(this, name, files, context.scope()).write(target);
        boolean nothing = files.isEmpty() && !artifact.images().isEmpty();
        if (nothing) {
            warn(
                    context.scope().narrator(),
                    Problem.of("Archive '" + name + "' of build '" + artifact.builder()
                                    + "' is empty, because there is no file among " + artifact.packerId() + ".")
                            .withCure("Remove post-processor 'compress' here; the images stay."));
        }
        return new Outcome(Optional.of(result(artifact, name)), nothing ? Keep.UNLESS_REFUSED : Keep.NO);
    }

    private static Artifact result(Artifact artifact, String name) {
        return new Artifact(
                artifact.builder(),
                artifact.type(),
                "packer.post-processor.compress",
                "",
                "compressed artifacts in: " + name,
                List.of(),
                List.of(name));
    }

    private static void refuseOwnInput(String name, Path target, List<SourceFile> files) {
        for (SourceFile file : files) {
            try {
                if (file.isSameFile(target)) {
                    throw new BuildException(
                            Problem.of("Unable to create archive " + name + ": it is one of the files that go into it.")
                                    .withCure("Give 'output' of post-processor 'compress' another name."));
                }
            } catch (IOException e) {
                throw failure(name, "Unable to create archive " + name + ": " + FileWords.of("open", name, e), e);
            }
        }
    }

    /** With its directory; not there yet. */
    static Draft draft(String name, Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            String parent = String.valueOf(Path.of(name).getParent());
            throw failure(
                    name, "Unable to create dir for archive " + name + ": " + FileWords.of("mkdir", parent, e), e);
        }
        try {
            return Draft.of(target);
        } catch (IOException e) {
            throw failure(name, "Unable to create archive " + name + ": " + FileWords.of("open", name, e), e);
        }
    }

    static BuildException failure(String name, String words, IOException cause) {
        return new BuildException(
                Problem.of("Could not write archive '" + name + "': " + words + ".")
                        .withCure(
                                "Check 'output' of post-processor 'compress', its permissions, and the room on the disk."),
                cause);
    }

    static void warn(Narrator narrator, Problem warning) {
        narrator.listener().on(new BuildEvent.Warned(warning));
    }
}
