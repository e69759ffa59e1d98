package io.jenkins.plugins.packerbuild.engine.step;

import java.time.Duration;

/** What the end of a build comes back to, the last first. */
sealed interface Undoing {

    /** Here an outermost step began. */
    record Begun(String step) implements Undoing {}

    /** After it, an operator wants to look around before what is below is cleaned up. */
    record Pause(String step) implements Undoing {}

    /** Something is to be taken away. */
    record Removal(String what, Duration limit, Cleanup cleanup) implements Undoing {}

    /** Something is to be done after a failure. */
    record AfterFailure(Duration limit, FailureAction action) implements Undoing {}
}
