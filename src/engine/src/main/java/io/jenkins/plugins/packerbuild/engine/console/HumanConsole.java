package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.BuildEvent;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.PrintWriter;
import java.time.ZoneId;

/**
 * The run as lines for people, in Packer's shape: <code>==> name: ...</code> for what the engine says, four spaces for what a
 * machine says, one colour per build, and the closing summary. Events come in without secrets. Safe for use by several
 * threads; lines of several builds are never mixed.
 */
public final class HumanConsole implements BuildListener {

    private final Story story;

    /**
     * Writes to a writer that somebody else flushes, such as {@link BatchedOutput}.
     *
     * @param settings colours and times
     * @param cleanup the command that removes what this run should leave behind, as in
     *     {@code packer-build cleanup DIR}
     */
    public HumanConsole(PrintWriter out, Settings settings, Clock clock, String cleanup) {
        story = new Story(new HumanUi(out, settings, clock), cleanup);
    }

    /**
     * How lines look.
     *
     * @param colour whether escape sequences for colours are written
     * @param stamps {@code -timestamp-ui}: whether every block of a build begins with the time of day
     * @param zone the zone of these times
     */
    public record Settings(boolean colour, boolean stamps, ZoneId zone) {}

    @Override
    public void on(BuildEvent event) {
        story.on(event);
    }
}
