package io.jenkins.plugins.packerbuild.engine.event;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one JSON form of an artifact, the same in events and in {@code result.json}: one entry for each image (so one per
 * region for AMIs), or a single one for files.
 */
public final class ArtifactFields {

    private ArtifactFields() {}

    /** At least one entry. */
    public static List<Map<String, Object>> of(Artifact artifact) {
        if (artifact.images().isEmpty()) {
            return List.of(entry(artifact, artifact.packerId(), "", List.of()));
        }
        return artifact.images().stream()
                .map(image -> entry(artifact, image.id(), image.region(), image.regions()))
                .toList();
    }

    private static Map<String, Object> entry(Artifact artifact, String id, String region, List<String> regions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("region", region);
        fields.put("regions", regions);
        fields.put("type", artifact.type());
        fields.put("builder", artifact.builder());
        fields.put("description", artifact.description());
        fields.put("files", artifact.files());
        fields.put("packerId", artifact.packerId());
        fields.put("builderId", artifact.builderId());
        return fields;
    }
}
