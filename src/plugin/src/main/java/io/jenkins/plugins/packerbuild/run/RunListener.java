package io.jenkins.plugins.packerbuild.run;

import hudson.model.Run;
import io.jenkins.plugins.packerbuild.metadata.PackerLabel;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import io.jenkins.plugins.packerbuild.session.Purpose;
import io.jenkins.plugins.packerbuild.session.SessionListener;
import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings what a session tells to the build's log and to its metadata. */
final class RunListener implements SessionListener {

    private static final Logger LOGGER = Logger.getLogger(RunListener.class.getName());

    private final Run<?, ?> run;
    private final Purpose purpose;
    private final Front front;
    private String label = "";
    private String saved = "";

    RunListener(Run<?, ?> run, Purpose purpose, Front front) {
        this.run = run;
        this.purpose = purpose;
        this.front = front;
    }

    /** In one piece, so that lines of parallel branches do not come between. */
    @Override
    public void print(List<String> lines) {
        try {
            front.log().getLogger().print(String.join("\n", lines) + "\n");
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "the step is over; its session goes on without a log: " + run);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not write to the log of " + run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong here must not end a build. */
    @Override
    public void changed(SessionReport report) {
        try {
            if (purpose == Purpose.BUILD) {
                show(report);
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not show how far the images of " + run + " are");
        }
    }

    private void show(SessionReport report) {
        PackerRunAction action = PackerRunAction.of(run);
        action.update(report);
        String now = state(report);
        if (!now.equals(saved)) {
            saved = now;
            save(action);
        }
        String text = PackerLabel.of(report);
        if (!text.equals(label)) {
            label = text;
            front.label(text);
        }
    }

    /** What is worth a write of {@code build.xml}. */
    private static String state(SessionReport report) {
        return report.status() + " " + report.artifacts().size() + " of "
                + report.builders().size();
    }

    private void save(PackerRunAction action) {
        try {
            action.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not save what is known of the images of " + run);
        }
    }
}
