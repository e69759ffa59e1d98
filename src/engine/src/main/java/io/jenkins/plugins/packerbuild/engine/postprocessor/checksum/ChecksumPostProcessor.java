package io.jenkins.plugins.packerbuild.engine.postprocessor.checksum;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.postprocessor.FileWords;
import io.jenkins.plugins.packerbuild.engine.postprocessor.OutputName;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.SourceFile;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes all checksums of all files first, each file read once, and writes then: what fails leaves no checksum file.
 *
 * @param algorithms in the order of the template
 * @param output name of the checksum file
 * @param checksums the checksum files of the run
 */
record ChecksumPostProcessor(List<Algorithm> algorithms, OutputName output, ChecksumFiles checksums)
        implements PostProcessor {

    @Override
    public Outcome process(Artifact artifact, PostProcessing context) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        if (!artifact.files().isEmpty() && !algorithms.isEmpty()) {
            fill(contents, artifact, context);
        }
        contents.forEach(this::write);
        Set<String> files = new LinkedHashSet<>(contents.keySet());
        artifact.files().forEach(files::remove);
        return new Outcome(Optional.of(result(artifact, files)), Keep.ALWAYS);
    }

    private static Artifact result(Artifact artifact, Set<String> checksumFiles) {
        List<String> files = new ArrayList<>(artifact.files());
        files.addAll(checksumFiles);
        return new Artifact(
                artifact.builder(),
                artifact.type(),
                "packer.post-processor.checksum",
                "",
                "Created artifact from files: " + String.join(", ", files),
                List.of(),
                files);
    }

    /** Lines by name of the file. */
    private void fill(Map<String, List<String>> contents, Artifact artifact, PostProcessing context) {
        List<Map<Algorithm, String>> sums = new ArrayList<>();
        List<SourceFile> sources = artifact.files().stream()
                .map(name -> SourceFile.of(name, workingDirectory()))
                .toList();
        sources.forEach(source -> sums.add(sums(source, context.scope().cancellation())));
        for (Algorithm algorithm : algorithms) {
            String name = output.render(context.data(), Map.of("ChecksumType", algorithm.type()));
            List<String> lines = contents.computeIfAbsent(name, key -> new ArrayList<>());
            for (int i = 0; i < sources.size(); i++) {
                if (!isOutput(sources.get(i), name)) {
                    lines.add(sums.get(i).get(algorithm) + "\t" + sources.get(i).baseName() + "\n");
                }
            }
        }
    }

    /** A checksum file of this run is no part of itself; any other file would be lost. */
    private boolean isOutput(SourceFile source, String name) {
        Path target = output.path(name);
        try {
            if (!source.isSameFile(target)) {
                return false;
            }
        } catch (IOException e) {
            throw failure(FileWords.of("unable to open file", name, e), e);
        }
        if (!checksums.owns(target)) {
            throw new BuildException(
                    Problem.of("Could not write checksums to '" + name + "': it is one of the files that they are of.")
                            .withCure("Give 'output' of post-processor 'checksum' another name."));
        }
        return true;
    }

    private Map<Algorithm, String> sums(SourceFile source, Cancellation cancellation) {
        Map<Algorithm, MessageDigest> digests = new EnumMap<>(Algorithm.class);
        algorithms.forEach(algorithm -> digests.computeIfAbsent(algorithm, Algorithm::digest));
        InputStream opened = open(source);
        try (InputStream content = opened) {
            SourceFile.pump(
                    content,
                    (buffer, offset, length) ->
                            digests.values().forEach(digest -> digest.update(buffer, offset, length)),
                    cancellation);
        } catch (IOException e) {
            throw failure(unreadable(source) + ": " + FileWords.of("read", source.name(), e), e);
        }
        Map<Algorithm, String> sums = new EnumMap<>(Algorithm.class);
        digests.forEach(
                (algorithm, digest) -> sums.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        return sums;
    }

    private InputStream open(SourceFile source) {
        try {
            return source.open();
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw failure("unable to open file " + source.name() + ": " + FileWords.of("open", source.name(), e), e);
        } catch (IOException e) {
            throw failure(unreadable(source) + ": " + FileWords.of("read", source.name(), e), e);
        }
    }

    private String unreadable(SourceFile source) {
        return "unable to compute " + algorithms.get(0).type() + " hash for " + source.name();
    }

    private void write(String name, List<String> lines) {
        checksums.add(output.path(name), name, output.settings().buildName(), lines);
    }

    private Path workingDirectory() {
        return output.settings().facts().workingDirectory();
    }

    private static BuildException failure(String words, IOException cause) {
        return new BuildException(
                Problem.of("Could not compute checksums: " + words + ".")
                        .withCure("Let the post-processor before it name files that are there and can be read."),
                cause);
    }
}
