package io.jenkins.plugins.packerbuild.engine.event;

/**
 * Tells a listener what happens in one build. Safe for use by several threads.
 *
 * @param builder the build's name
 * @param listener who hears it
 */
public record Narrator(String builder, BuildListener listener) {

    /** What the engine does. */
    public void say(String text) {
        listener.on(new BuildEvent.Said(builder, Voice.SAY, text));
    }

    /** A detail, or a line of a machine's standard output. */
    public void message(String text) {
        listener.on(new BuildEvent.Said(builder, Voice.MESSAGE, text));
    }

    /** What went wrong, or a line of a machine's standard error. */
    public void error(String text) {
        listener.on(new BuildEvent.Said(builder, Voice.ERROR, text));
    }
}
