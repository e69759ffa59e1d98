package io.jenkins.plugins.packerbuild.reaper;

import hudson.model.Run;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import io.jenkins.plugins.packerbuild.session.SessionListener;
import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import io.jenkins.plugins.packerbuild.session.SessionRecord;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what an adopted session tells: its lines go to the controller's log, for the build's is closed; images and what is
 * left go to the build's page, as long as there is a build.
 */
final class ReaperListener implements SessionListener {

    private static final Logger LOGGER = Logger.getLogger(OrphanReaper.class.getName());

    private final SessionRecord session;
    private final @Nullable Run<?, ?> run;

    ReaperListener(SessionRecord session, @Nullable Run<?, ?> run) {
        this.session = session;
        this.run = run;
    }

    @Override
    public void print(List<String> lines) {
        for (String line : lines) {
            // What machines print is kept with the build, and may be long.
            Level level = line.isBlank() || line.startsWith("[") ? Level.FINE : Level.INFO;
            LOGGER.log(level, "{0}: {1}", new Object[] {session.run(), line});
        }
    }

    @Override
    public void changed(SessionReport report) {
        // The page of a build that is over is written once, at the end.
    }

    /** Writes the end of a build's own session to its page. */
    void ended(SessionOutcome outcome) {
        record(action -> action.update(outcome));
    }

    /** Writes to the build's page what is still there after a cleanup. */
    void cleaned(List<SessionReport.Leftover> left) {
        record(action -> PackerRunAction.reports(run()).stream()
                .filter(report -> report.id().equals(session.id()))
                .findFirst()
                .ifPresent(report -> action.update(with(report, left))));
    }

    private void record(java.util.function.Consumer<PackerRunAction> change) {
        if (run == null) {
            return;
        }
        try {
            PackerRunAction action = PackerRunAction.of(run);
            change.accept(action);
            action.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not write what became of a session to build '" + session.run() + "'", e);
        }
    }

    private Run<?, ?> run() {
        return java.util.Objects.requireNonNull(run);
    }

    private static SessionReport with(SessionReport report, List<SessionReport.Leftover> left) {
        return new SessionReport(
                report.id(),
                report.runId(),
                report.template(),
                report.status(),
                report.durationMillis(),
                report.builders(),
                report.artifacts(),
                left,
                report.errors(),
                report.problems());
    }
}
