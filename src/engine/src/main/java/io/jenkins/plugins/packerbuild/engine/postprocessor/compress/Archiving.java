package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.postprocessor.Draft;
import io.jenkins.plugins.packerbuild.engine.postprocessor.FileWords;
import io.jenkins.plugins.packerbuild.engine.postprocessor.SourceFile;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One archive in the making, told in Packer's lines.
 *
 * @param settings what it is to be
 * @param name of the archive
 * @param files what goes into it
 * @param scope who listens
 */
record Archiving(CompressPostProcessor settings, String name, List<SourceFile> files, BuildScope scope) {

    void write(Path target) {
        try (Turns.Turn turn = turn();
                Draft draft = CompressPostProcessor.draft(name, target)) {
            sayCompression();
            try (OutputStream output = compression().onto(draft.stream(), settings.level())) {
                pack(new Packing(output, scope.cancellation()));
            }
            draft.finish();
        } catch (IOException e) {
            throw CompressPostProcessor.failure(name, FileWords.of("write", name, e), e);
        }
        narrator().say("Archive " + name + " completed");
    }

    private Turns.Turn turn() {
        return compression() == Compression.XZ ? settings.turns().take(scope.cancellation()) : () -> {};
    }

    private void sayCompression() {
        if (compression() == Compression.XZ) {
            narrator().say("Using xz compression with 1 core for " + name + " (library does not support MT)");
        } else if (compression() != Compression.NONE) {
            int cores = Runtime.getRuntime().availableProcessors();
            narrator().say("Using " + compression().word() + " compression with " + cores + " cores for " + name);
        }
    }

    private void pack(Packing packing) throws IOException {
        switch (settings.format().container()) {
            case TAR -> {
                narrator().say("Tarring " + name + " with " + compression().word());
                packing.tar(named());
            }
            case ZIP -> {
                narrator().say("Zipping " + name);
                packing.zip(files, settings.level() > 0 ? settings.level() : -1);
            }
            case NONE -> {
                SourceFile file = only();
                narrator()
                        .say("Archiving " + file.name() + " with "
                                + compression().word());
                packing.single(file);
            }
        }
    }

    private SourceFile only() {
        if (files.size() != 1) {
            String names = files.stream().map(SourceFile::name).collect(Collectors.joining(" "));
            throw new BuildException(Problem.of("Can only have 1 input file when not using tar/zip. Found "
                            + files.size() + " files: [" + names + "].")
                    .withCure("Let 'output' end in '.tar.gz' or '.zip', or set 'format'."));
        }
        return files.get(0);
    }

    private Map<String, SourceFile> named() {
        Map<String, SourceFile> named = EntryNames.of(files);
        List<String> lengthened = EntryNames.lengthened(named.keySet());
        if (!lengthened.isEmpty()) {
            CompressPostProcessor.warn(
                    narrator(),
                    Problem.of("Several files for '" + name + "' have the same base name; they are there as "
                                    + String.join(", ", lengthened) + ".")
                            .withCure("Give them different names, or make a zip, which has whole paths."));
        }
        return named;
    }

    private Compression compression() {
        return settings.format().compression();
    }

    private Narrator narrator() {
        return scope.narrator();
    }
}
