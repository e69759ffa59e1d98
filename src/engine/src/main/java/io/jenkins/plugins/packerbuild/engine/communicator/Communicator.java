package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.nio.file.Path;

/**
 * A way to run commands on the machine that becomes the image, and to bring files to it. Connects again by itself when
 * the machine was restarted. Used by one build; its methods may be called from several threads, one after another.
 */
public interface Communicator extends AutoCloseable {

    /**
     * Runs one command in the login's own shell and waits for its end. On cancel the command and all that it started are
     * ended on the machine before this returns.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled
     * @throws NotStartedException when the connection was lost before anything of it had run
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it could not be started for another reason
     */
    CommandResult run(Command command, CommandOutput output, Cancellation cancellation);

    /**
     * Brings a script to the machine, runs it, and removes it, over a single channel where the machine allows it. Cancel
     * and errors as {@link #run}.
     */
    CommandResult runScript(RemoteScript script, CommandOutput output, Cancellation cancellation);

    /** Copies one local file to the machine, with the local permission bits. */
    void upload(Path source, String destination, Cancellation cancellation);

    /** Ends the connection. Commands that still run on the machine are not ended by it. Never throws. */
    @Override
    void close();
}
