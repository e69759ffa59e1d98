package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Artifact;
import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import io.jenkins.plugins.packerbuild.session.SessionReport.Leftover;
import io.jenkins.plugins.packerbuild.session.SessionReport.Problem;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.List;

/** What a report says of the session as a whole. */
record ReportHead(
        String id,
        String runId,
        String template,
        Status status,
        long durationMillis,
        List<String> errors,
        List<Problem> problems) {

    static ReportHead of(SessionReport report) {
        return new ReportHead(
                report.id(),
                report.runId(),
                report.template(),
                report.status(),
                report.durationMillis(),
                report.errors(),
                report.problems());
    }

    /** With the engine's own id of its run. */
    ReportHead started(String run) {
        return new ReportHead(id, run, template, status, 0, errors, problems);
    }

    /** Further on. */
    ReportHead at(Status next, long millis) {
        return new ReportHead(id, runId, template, next, millis, errors, problems);
    }

    /** At its end. */
    ReportHead ended(Status last, List<String> sentences, List<Problem> ofTemplate) {
        return new ReportHead(id, runId, template, last, durationMillis, sentences, ofTemplate);
    }

    SessionReport report(List<Builder> builders, List<Artifact> artifacts, List<Leftover> leftovers) {
        return new SessionReport(
                id, runId, template, status, durationMillis, builders, artifacts, leftovers, errors, problems);
    }
}
