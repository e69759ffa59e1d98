package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import io.jenkins.plugins.packerbuild.engine.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a manifest. Entries of earlier runs are kept as they are, with all that they have. Immutable.
 *
 * @param builds one for each build and run
 * @param lastRunId the run that has written it last; empty when none has
 */
record Manifest(List<Map<?, ?>> builds, String lastRunId) {

    static final Manifest EMPTY = new Manifest(List.of(), "");

    /** The order of Go's maps when they are written. */
    static final Comparator<String> BYTE_ORDER = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    Manifest {
        builds = List.copyOf(builds);
    }

    /**
     * Reads one; an empty text is an empty one.
     *
     * @throws IOException when it is something else; its message has Packer's words
     */
    static Manifest parse(String text) throws IOException {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.isBlank()) {
            throw new IOException("unexpected end of JSON input");
        }
        if (text.stripLeading().startsWith("[")) {
            throw new IOException("json: cannot unmarshal array into Go value of type manifest.ManifestFile");
        }
        Map<String, @Nullable Object> root = Json.readObject(text);
        Object lastRun = root.get("last_run_uuid");
        return new Manifest(builds(root.get("builds")), lastRun instanceof String id ? id : "");
    }

    private static List<Map<?, ?>> builds(@Nullable Object value) throws IOException {
        List<Map<?, ?>> builds = new ArrayList<>();
        if (value == null) {
            return builds;
        }
        if (!(value instanceof List<?> list)) {
            throw new IOException("json: cannot unmarshal " + kind(value)
                    + " into Go struct field ManifestFile.builds of type []manifest.Artifact");
        }
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> build)) {
                throw new IOException("json: cannot unmarshal " + kind(each)
                        + " into Go struct field ManifestFile.builds of type manifest.Artifact");
            }
            builds.add(build);
        }
        return builds;
    }

    private static String kind(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return "object";
        }
        if (value instanceof List<?>) {
            return "array";
        }
        if (value instanceof Number) {
            return "number";
        }
        return value instanceof Boolean ? "bool" : "string";
    }

    boolean isOfRun(String runId) {
        return lastRunId.equals(runId);
    }

    /** With one entry more, written by that run. */
    Manifest with(Map<String, @Nullable Object> entry, String runId) {
        List<Map<?, ?>> more = new ArrayList<>(builds);
        more.add(entry);
        return new Manifest(more, runId);
    }

    /** As Packer writes it, without an end of line. */
    String text() {
        return ManifestText.of(this);
    }
}
