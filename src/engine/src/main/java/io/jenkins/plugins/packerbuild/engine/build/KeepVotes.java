package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to become of the artifacts of one build. Whoever makes something else of one says whether it stays; one that a
 * chain ends with stays. One vote to keep is enough. For one thread.
 */
final class KeepVotes {

    private final Set<Artifact> kept = new LinkedHashSet<>();
    private final Map<Artifact, String> dropped = new LinkedHashMap<>();

    void keep(Artifact artifact) {
        kept.add(artifact);
    }

    /** @param type the post-processor that has made something else of it */
    void drop(Artifact artifact, String type) {
        dropped.putIfAbsent(artifact, type);
    }

    /** Those that go, with the type of who said so. */
    Map<Artifact, String> unwanted() {
        Map<Artifact, String> unwanted = new LinkedHashMap<>(dropped);
        kept.forEach(unwanted::remove);
        return unwanted;
    }

    /** Those of them that stay. */
    List<Artifact> staying(Collection<Artifact> artifacts) {
        Map<Artifact, String> unwanted = unwanted();
        return artifacts.stream()
                .filter(artifact -> !unwanted.containsKey(artifact))
                .toList();
    }
}
