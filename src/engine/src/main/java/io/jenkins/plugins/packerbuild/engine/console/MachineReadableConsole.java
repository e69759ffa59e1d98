package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.PrintWriter;

/**
 * The run as Packer's {@code -machine-readable} lines: {@code <unix seconds>,<target>,<type>,<data...>}. Commas are
 * escaped in targets too. Events come in without secrets. Safe for use by several threads.
 */
public final class MachineReadableConsole implements BuildListener {

    private final MachineReadableUi ui;
    private final Story story;

    /**
     * Writes to a writer that somebody else flushes, such as {@link BatchedOutput}.
     *
     * @param cleanup the command that removes what this run should leave behind
     */
    public MachineReadableConsole(PrintWriter out, Clock clock, String cleanup) {
        ui = new MachineReadableUi(out, clock);
        story = new Story(ui, cleanup);
    }

    /** A line of another kind, as in {@code version} or {@code template-builder}. */
    public synchronized void fact(String target, String type, String... data) {
        ui.fact(target, type, data);
    }

    @Override
    public void on(BuildEvent event) {
        story.on(event);
    }
}
