package io.jenkins.plugins.packerbuild.metadata;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.util.BuildListenerAdapter;

/**
 * Archives {@code packer-manifest.json} as an artifact of a Jenkins build: one manifest with the builds of all sessions of
 * the run that asked for it. A manifest that the template itself has written, and that somebody has archived before, stays;
 * ours then gets another name.
 */
public final class ManifestArchiver {

    private ManifestArchiver() {}

    /**
     * Archives the manifest anew with a session's builds in it. Without an artifact there is no manifest.
     *
     * @param sessionId the session, which has ended
     * @param sizes of the artifacts' files by name, as far as they are known
     */
    public static void archive(Run<?, ?> run, String sessionId, Map<String, Long> sizes, TaskListener listener)
            throws IOException, InterruptedException {
        PackerRunAction action = PackerRunAction.of(run);
        synchronized (action) {
            action.includeInManifest(sessionId, sizes);
            List<PackerManifest.Build> builds = new ArrayList<>();
            action.getSessions().forEach(session -> builds.addAll(session.manifestBuilds()));
            if (!builds.isEmpty()) {
                archive(run, action, builds, listener);
            }
        }
    }

    private static void archive(
            Run<?, ?> run, PackerRunAction action, List<PackerManifest.Build> builds, TaskListener listener)
            throws IOException, InterruptedException {
        String name = name(run, action);
        Path folder = run.getRootDir().toPath().resolve("packer-build");
        Files.createDirectories(folder);
        String last = builds.get(builds.size() - 1).runId();
        Files.write(folder.resolve(name), PackerManifest.write(builds, last));
        FilePath place = new FilePath(folder.toFile());
        run.pickArtifactManager()
                .archive(
                        place, place.createLauncher(listener), BuildListenerAdapter.wrap(listener), Map.of(name, name));
        action.setManifest(name);
    }

    private static String name(Run<?, ?> run, PackerRunAction action) throws IOException {
        String known = action.manifest();
        if (known != null) {
            return known;
        }
        String name = "packer-manifest.json";
        for (int number = 2; run.getArtifactManager().root().child(name).exists(); number++) {
            name = "packer-manifest-" + number + ".json";
        }
        return name;
    }
}
