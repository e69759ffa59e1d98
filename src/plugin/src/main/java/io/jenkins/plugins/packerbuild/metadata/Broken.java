package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.util.ArrayList;
import java.util.List;

/** The report of a session that broke, with the sentence of why among its errors. */
final class Broken {

    private Broken() {}

    static SessionReport report(SessionOutcome outcome) {
        SessionReport report = outcome.report();
        return new SessionReport(
                report.id(),
                report.runId(),
                report.template(),
                report.status(),
                report.durationMillis(),
                report.builders(),
                report.artifacts(),
                report.leftovers(),
                errors(outcome),
                report.problems());
    }

    static List<String> errors(SessionOutcome outcome) {
        List<String> errors = new ArrayList<>(outcome.report().errors());
        if (!outcome.failure().isEmpty() && !errors.contains(outcome.failure())) {
            errors.add(outcome.failure());
        }
        return errors;
    }
}
