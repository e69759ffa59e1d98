package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** One machine's place to run commands in. Safe for use by several threads at once. */
public interface Jail extends AutoCloseable {

    /**
     * Starts a command; it is not waited for.
     *
     * @throws IOException if no process can be started, or the jail has ended
     */
    JailedProcess start(JailCommand command) throws IOException;

    /** Completes when nothing runs in the machine any more: it was closed, or switched itself off or on again. */
    CompletionStage<Void> ended();

    /** Kills every process of the machine, also those that left their session. */
    @Override
    void close();
}
