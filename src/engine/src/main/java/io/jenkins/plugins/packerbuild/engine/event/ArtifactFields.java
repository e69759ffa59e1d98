package io.jenkins.plugins.packerbuild.engine.event;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.artifact.Image;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one JSON form of an artifact, the same in events and in {@code result.json}: one entry for each image (so one per
 * region for AMIs), or a single one for files.
 */
public final class ArtifactFields {

    private ArtifactFields() {}

    /**
     * At least one entry.
     *
     * @param status what came of the build: an artifact may be there although it failed
     */
    public static List<Map<String, Object>> of(Artifact artifact, BuildStatus status) {
        if (artifact.images().isEmpty()) {
            return List.of(entry(artifact, new Image(artifact.packerId(), "", List.of()), status));
        }
        return artifact.images().stream()
                .map(image -> entry(artifact, image, status))
                .toList();
    }

    private static Map<String, Object> entry(Artifact artifact, Image image, BuildStatus status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", image.id());
        fields.put("region", image.region());
        fields.put("regions", image.regions());
        fields.put("type", artifact.type());
        fields.put("builder", artifact.builder());
        fields.put("description", artifact.description());
        fields.put("files", artifact.files());
        fields.put("packerId", artifact.packerId());
        fields.put("builderId", artifact.builderId());
        fields.put("status", status.name().toLowerCase(Locale.ROOT));
        return fields;
    }
}
