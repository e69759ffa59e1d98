package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Problem;
import java.io.IOException;
import java.util.List;

/** What stands in {@code result.json}. What is left in a cloud stands in the ledger. */
record EngineResult(
        boolean success,
        boolean cancelled,
        List<Builder> builders,
        List<Artifact> artifacts,
        List<String> errors,
        List<Problem> problems) {

    /** Of what is longer nothing is believed. */
    static final int MOST_BYTES = 8 << 20;

    /**
     * Reads it.
     *
     * @throws IOException when it is none
     */
    static EngineResult read(byte[] json) throws IOException {
        if (json.length > MOST_BYTES) {
            throw new IOException("it is longer than " + MOST_BYTES + " bytes");
        }
        Fields fields = Json.read(json);
        SessionReport parts = ReportJson.read(fields);
        return new EngineResult(
                fields.flag("success"),
                fields.flag("cancelled"),
                parts.builders(),
                parts.artifacts(),
                parts.errors(),
                parts.problems());
    }
}
