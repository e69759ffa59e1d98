package io.jenkins.plugins.packerbuild.session;

/** How far a session is. It is saved before what it names begins, so that a crash in between starts nothing twice. */
public enum Phase {
    /** The engine and the session directory are being brought to the agent; no process exists. */
    PREPARING,
    /** The process is being started, or was. */
    LAUNCHING,
    /** The process has said hello. */
    RUNNING,
    /** The process is over; its result is being taken over. Doing so again is harmless. */
    FINISHING,
    /** All is taken over. The session is remembered only as long as something may be left in a cloud. */
    ENDED
}
