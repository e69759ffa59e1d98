package io.jenkins.plugins.packerbuild.engine.communicator.none;

import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.nio.file.Path;

/** Refuses everything, because there is no machine to do it on. Stateless; safe for use by several threads. */
public final class NoneCommunicator implements Communicator {

    @Override
    public CommandResult run(Command command, CommandOutput output, Cancellation cancellation) {
        throw refusal("run a command", cancellation);
    }

    @Override
    public CommandResult runScript(RemoteScript script, CommandOutput output, Cancellation cancellation) {
        throw refusal("run script '" + script.remotePath() + "'", cancellation);
    }

    @Override
    public void upload(Path source, String destination, Cancellation cancellation) {
        throw refusal("upload '" + source + "'", cancellation);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private static BuildException refusal(String what, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return new BuildException(Problem.of("Could not " + what + ": communicator = 'none' reaches no machine.")
                .withCure("Set \"communicator\": \"ssh\", or take this provisioner out of the build with \"except\"."));
    }
}
