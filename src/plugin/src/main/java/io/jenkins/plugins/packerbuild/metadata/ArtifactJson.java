package io.jenkins.plugins.packerbuild.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Artifacts as a JSON array of limited size. Only whole artifacts are in it; one that finds no room is left out.
 *
 * @param text valid JSON
 * @param count how many artifacts are in it
 */
record ArtifactJson(String text, int count) {
    private static final JsonFactory JSON = new JsonFactory();

    static ArtifactJson of(List<SessionReport.Artifact> artifacts, int mostBytes) {
        StringBuilder text = new StringBuilder("[");
        int bytes = 2;
        int count = 0;
        for (SessionReport.Artifact artifact : artifacts) {
            String next = object(ResultMap.artifact(artifact));
            int more = next.getBytes(StandardCharsets.UTF_8).length + (count == 0 ? 0 : 1);
            if (bytes + more <= mostBytes) {
                text.append(count == 0 ? "" : ",").append(next);
                bytes += more;
                count++;
            }
        }
        return new ArtifactJson(text.append(']').toString(), count);
    }

    private static String object(Map<String, Object> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (!(value instanceof Collection<?> values)) {
            json.writeString(value.toString());
            return;
        }
        json.writeStartArray();
        for (Object each : values) {
            json.writeString(each.toString());
        }
        json.writeEndArray();
    }
}
