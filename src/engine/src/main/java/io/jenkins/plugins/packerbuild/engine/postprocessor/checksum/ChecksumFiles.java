package io.jenkins.plugins.packerbuild.engine.postprocessor.checksum;

import io.jenkins.plugins.packerbuild.engine.postprocessor.Draft;
import io.jenkins.plugins.packerbuild.engine.postprocessor.FileWords;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The checksum files of one run. Several builds and post-processors may write to one: each adds its lines, and the file is
 * written anew, builds sorted by name; what an earlier run has left in it goes. Safe for use by several threads.
 */
final class ChecksumFiles {

    /** Lines by build, by file. Guarded by this. */
    private final Map<Path, TreeMap<String, List<String>>> files = new HashMap<>();

    /** Whether this run has written it. */
    synchronized boolean owns(Path file) {
        return files.containsKey(file.normalize());
    }

    /**
     * Adds lines.
     *
     * @param name of the file for people
     */
    synchronized void add(Path file, String name, String build, List<String> lines) {
        TreeMap<String, List<String>> content = new TreeMap<>(files.getOrDefault(file.normalize(), new TreeMap<>()));
        List<String> ofBuild = new ArrayList<>(content.getOrDefault(build, List.of()));
        ofBuild.addAll(lines);
        content.put(build, ofBuild);
        write(file, name, content);
        files.put(file.normalize(), content);
    }

    private static void write(Path file, String name, TreeMap<String, List<String>> content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            String parent = String.valueOf(Path.of(name).getParent());
            throw failure(name, "unable to create dir: " + FileWords.of("mkdir", parent, e), e);
        }
        try (Draft draft = Draft.of(file)) {
            for (List<String> lines : content.values()) {
                for (String line : lines) {
                    draft.stream().write(line.getBytes(StandardCharsets.UTF_8));
                }
            }
            draft.finish();
        } catch (IOException e) {
            throw failure(name, "unable to create file " + name + ": " + FileWords.of("open", name, e), e);
        }
    }

    private static BuildException failure(String name, String words, IOException cause) {
        return new BuildException(
                Problem.of("Could not write checksum file '" + name + "': " + words + ".")
                        .withCure(
                                "Check 'output' of post-processor 'checksum', its permissions, and the room on the disk."),
                cause);
    }
}
