package io.jenkins.plugins.packerbuild.engine.event;

/** Hears everything that a run tells. Called from several threads, one event at a time per build; must be quick. */
@FunctionalInterface
public interface BuildListener {

    /** Takes the event. Must not throw. */
    void on(BuildEvent event);
}
