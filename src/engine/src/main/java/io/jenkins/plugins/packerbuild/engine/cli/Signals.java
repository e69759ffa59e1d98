package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import sun.misc.Signal;

/**
 * Turns SIGINT and SIGTERM into a cancel, so that the run cleans up and ends with exit code 1. A shutdown hook could not
 * choose the exit code, and would not know which signal it was.
 */
final class Signals {

    private Signals() {}

    /** From now on; a second signal changes nothing, because nothing may be left in a cloud. */
    static void cancel(Cancellation cancellation) {
        on("INT", "interrupt", cancellation);
        on("TERM", "terminated", cancellation);
    }

    private static void on(String signal, String word, Cancellation cancellation) {
        Signal.handle(new Signal(signal), received -> cancellation.cancel("received " + word));
    }
}
