package io.jenkins.plugins.packerbuild.engine.event;

/** Who speaks, after Packer's three kinds of lines. */
public enum Voice {
    /** The engine tells what it does: {@code ==> name: text}. */
    SAY,
    /** A machine, or a detail: {@code name: text}, indented. */
    MESSAGE,
    /** Something went wrong, or a machine's standard error. */
    ERROR
}
