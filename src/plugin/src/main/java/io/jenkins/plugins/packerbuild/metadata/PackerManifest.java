package io.jenkins.plugins.packerbuild.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code packer-manifest.json} as Packer's post-processor writes it, so that what reads that can read ours. */
final class PackerManifest {
    private static final JsonFactory JSON = new JsonFactory();

    private PackerManifest() {}

    /**
     * An entry of the manifest.
     *
     * @param buildTime Unix seconds
     * @param files sizes by name; empty for images
     * @param artifactId Packer's form, as in {@code us-east-1:ami-0abc}
     * @param status what came of it; where it is not a success, {@code custom_data} says so
     */
    record Build(
            String name,
            String builderType,
            long buildTime,
            Map<String, Long> files,
            String artifactId,
            String runId,
            SessionReport.Status status) {}

    /** The builds of a session that have an artifact. */
    static List<Build> builds(SessionReport report, Map<String, Long> ended, Map<String, Long> sizes) {
        List<Build> builds = new ArrayList<>();
        for (SessionReport.Builder builder : report.builders()) {
            List<SessionReport.Artifact> artifacts = report.artifacts().stream()
                    .filter(artifact -> artifact.builder().equals(builder.name()))
                    .toList();
            if (!artifacts.isEmpty()) {
                long time = ended.getOrDefault(builder.name(), 0L);
                builds.add(new Build(
                        builder.name(),
                        builder.type(),
                        time,
                        files(artifacts, sizes),
                        packerId(artifacts),
                        report.runId(),
                        builder.status()));
            }
        }
        return builds;
    }

    /** The manifest's text, without a final line end, as Packer writes it. */
    static byte[] write(List<Build> builds, String lastRunId) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(layout());
            json.writeStartObject();
            json.writeArrayFieldStart("builds");
            for (Build build : builds) {
                write(json, build);
            }
            json.writeEndArray();
            json.writeStringField("last_run_uuid", lastRunId);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    private static void write(JsonGenerator json, Build build) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", build.name());
        json.writeStringField("builder_type", build.builderType());
        json.writeNumberField("build_time", build.buildTime());
        json.writeFieldName("files");
        writeFiles(json, build.files());
        json.writeStringField("artifact_id", build.artifactId());
        json.writeStringField("packer_run_uuid", build.runId());
        if (build.status() == SessionReport.Status.SUCCEEDED) {
            json.writeNullField("custom_data");
        } else {
            json.writeObjectFieldStart("custom_data");
            json.writeStringField("status", build.status().word());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeFiles(JsonGenerator json, Map<String, Long> files) throws IOException {
        if (files.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (Map.Entry<String, Long> file : files.entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", file.getKey());
            json.writeNumberField("size", file.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Every image of a build knows the id of all of them. */
    private static String packerId(List<SessionReport.Artifact> artifacts) {
        return artifacts.stream()
                .map(SessionReport.Artifact::packerId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static Map<String, Long> files(List<SessionReport.Artifact> artifacts, Map<String, Long> sizes) {
        return artifacts.stream()
                .flatMap(artifact -> artifact.files().stream())
                .distinct()
                .collect(Collectors.toMap(
                        file -> file,
                        file -> sizes.getOrDefault(file, 0L),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    private static DefaultPrettyPrinter layout() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        layout.indentArraysWith(indenter);
        layout.indentObjectsWith(indenter);
        return layout;
    }
}
