package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.NotStartedException;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.template.GoText;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs scripts on the machine, one after another, each over one channel. */
final class ShellProvisioner implements Provisioner {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    /**
     * Its times.
     *
     * @param startRetry {@code start_retry_timeout}
     * @param pauseAfter {@code pause_after}
     */
    record Pace(Duration startRetry, Duration pauseAfter) {}

    private final List<ScriptSource> sources;
    private final ShellCommandLine commandLine;
    private final RemotePlace place;
    private final ExitRule exitRule;
    private final Pace pace;

    ShellProvisioner(
            List<ScriptSource> sources, ShellCommandLine commandLine, RemotePlace place, ExitRule exitRule, Pace pace) {
        this.sources = List.copyOf(sources);
        this.commandLine = commandLine;
        this.place = place;
        this.exitRule = exitRule;
        this.pace = pace;
    }

    @Override
    public void provision(Communicator communicator, Map<String, String> data, BuildScope scope) {
        for (ScriptSource source : sources) {
            scope.cancellation().throwIfCancelled();
            scope.narrator().say("Provisioning with shell script: " + source.label());
            run(source, communicator, data, scope);
        }
        if (!pace.pauseAfter().isZero() && !pace.pauseAfter().isNegative()) {
            scope.narrator().say("Pausing " + GoText.of(pace.pauseAfter()) + " after this provisioner...");
            scope.clock().sleep(pace.pauseAfter(), scope.cancellation());
        }
    }

    private void run(ScriptSource source, Communicator communicator, Map<String, String> data, BuildScope scope) {
        String path = place.path();
        String line = commandLine.render(path, data);
        RemoteScript script = new RemoteScript(source.content(data), path, remote -> line, place.keep());
        CommandOutput output = CommandOutput.to(scope.narrator());
        CommandResult result = untilStarted(scope, () -> communicator.runScript(script, output, scope.cancellation()));
        exitRule.check(result);
        if (result.disconnected() && !place.keep()) {
            removeAfterRestart(path, communicator, scope);
        }
    }

    /** The machine went away before it could remove the script itself. */
    private void removeAfterRestart(String path, Communicator communicator, BuildScope scope) {
        CommandResult removed = untilStarted(scope, () -> {
            Command remove = new Command("rm -f " + path);
            CommandResult result = communicator.run(remove, CommandOutput.to(scope.narrator()), scope.cancellation());
            if (result.disconnected()) {
                throw new NotStartedException(
                        Problem.of("Error removing temporary script at " + path + ": the connection was lost."), null);
            }
            return result;
        });
        if (removed.exitStatus() != 0) {
            throw new BuildException(Problem.of("Error removing temporary script at " + path + "!")
                    .withCure("Let the script stay with \"skip_clean\": true."));
        }
    }

    /** Tries again while nothing of it has run, because a machine that restarts drops connections for a while. */
    private CommandResult untilStarted(BuildScope scope, Supplier<CommandResult> start) {
        Deadline deadline = Deadline.after(scope.clock(), pace.startRetry());
        while (true) {
            try {
                return start.get();
            } catch (NotStartedException e) {
                if (deadline.isOver()) {
                    throw e;
                }
            }
            scope.clock().sleep(BETWEEN_TRIES, scope.cancellation());
        }
    }
}
