package io.jenkins.plugins.packerbuild.agent;

import io.jenkins.plugins.packerbuild.session.RunFolder;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What came of a session that the registry does not know any more: its report in the build's directory tells it. */
final class LostSession {

    private LostSession() {}

    static SessionOutcome outcome(String id, RunFolder folder) throws IOException {
        Optional<SessionReport> report = folder.report().filter(LostSession::isOver);
        return report.map(found -> new SessionOutcome(found, "", false))
                .orElseGet(() -> new SessionOutcome(
                        folderless(id),
                        "Could not find session '" + id + "' in Jenkins' directory 'packer-build': it is not there any"
                                + " more. Build again; look for what may be left in the cloud.",
                        false));
    }

    private static boolean isOver(SessionReport report) {
        return switch (report.status()) {
            case WAITING, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }

    private static SessionReport folderless(String id) {
        return new SessionReport(
                id, "", "", SessionReport.Status.FAILED, 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
