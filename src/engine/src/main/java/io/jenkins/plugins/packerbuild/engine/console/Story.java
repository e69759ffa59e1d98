package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.event.BuildStatus;
import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.ledger.LedgerTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells a run in Packer's words, to one {@link Ui}. Safe for use by several threads. */
final class Story implements BuildListener {

    private final Ui ui;
    private final String cleanup;
    private final LedgerTally ledger = new LedgerTally();

    /** Guarded by this. */
    private final Map<String, Integer> colours = new HashMap<>();

    /** Guarded by this. */
    private final List<BuildEvent.BuildFinished> finished = new ArrayList<>();

    /**
     * A story that nothing was told of yet.
     *
     * @param cleanup the command that finishes the cleanup of this run
     */
    Story(Ui ui, String cleanup) {
        this.ui = ui;
        this.cleanup = cleanup;
    }

    @Override
    public synchronized void on(BuildEvent event) {
        if (event instanceof BuildEvent.Said said) {
            said(said);
        } else if (event instanceof BuildEvent.RunStarted run) {
            runStarted(run);
        } else if (event instanceof BuildEvent.Warned warned) {
            ui.line(Voice.SAY, Ui.PLAIN, "Warning: " + warned.warning().sentence() + "\n");
        } else if (event instanceof BuildEvent.BuildFinished build) {
            buildFinished(build);
        } else if (event instanceof LedgerLine line) {
            ledger.note(line);
        } else if (event instanceof BuildEvent.RunFinished run) {
            new Summary(ui, finished, ledger.open(), cleanup).tell(run);
        }
    }

    private void runStarted(BuildEvent.RunStarted run) {
        for (BuildEvent.Build build : run.builds()) {
            int colour = colours.size();
            colours.put(build.name(), colour);
            ui.legend(colour, build.name() + ": output will be in this color.");
        }
        if (!run.builds().isEmpty()) {
            ui.legend(Ui.PLAIN, "");
        }
    }

    private void said(BuildEvent.Said said) {
        if (said.builder().isEmpty()) {
            ui.line(said.voice(), Ui.PLAIN, said.text());
            return;
        }
        String prefix = (said.voice() == Voice.MESSAGE ? "    " : "==> ") + said.builder() + ": ";
        String text = prefix + said.text().replace("\n", "\n" + prefix);
        ui.line(said.voice(), colour(said.builder()), text.stripTrailing());
    }

    private void buildFinished(BuildEvent.BuildFinished build) {
        finished.add(build);
        String name = "Build '" + build.builder() + "' ";
        String after = " after " + DurationWords.of(build.duration());
        if (build.status() == BuildStatus.FAILED) {
            ui.line(Voice.ERROR, colour(build.builder()), name + "errored" + after + ": " + build.error());
        } else {
            String how = build.status() == BuildStatus.CANCELLED ? "cancelled" : "finished";
            ui.line(Voice.SAY, colour(build.builder()), name + how + after + ".");
        }
    }

    /** A post-processor speaks as {@code name (type)}, in the colour of its build. */
    private int colour(String speaker) {
        int bracket = speaker.lastIndexOf(" (");
        String name = colours.containsKey(speaker) || bracket < 0 ? speaker : speaker.substring(0, bracket);
        return colours.getOrDefault(name, 0);
    }
}
