package io.jenkins.plugins.packerbuild.engine.event;

/** How a build ended. */
public enum BuildStatus {
    /** Its image or file is there. */
    SUCCEEDED,
    /** Something went wrong in it. */
    FAILED,
    /** Somebody asked it to stop. */
    CANCELLED
}
