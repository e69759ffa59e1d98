package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.NotStartedException;
import io.jenkins.plugins.packerbuild.engine.communicator.local.LocalCommand;
import io.jenkins.plugins.packerbuild.engine.communicator.local.LocalProcess;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.script.ValidExitCodes;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Map;

/** Scripts that run on the computer of the engine, one after another: what {@code shell-local} does. Immutable. */
public final class LocalScripts {

    private final List<LocalSource> sources;
    private final ExecuteCommand execute;
    private final LocalEnvironment environment;
    private final ValidExitCodes exitCodes;
    private final boolean runsHere;

    private LocalScripts(
            List<LocalSource> sources,
            ExecuteCommand execute,
            LocalEnvironment environment,
            ValidExitCodes exitCodes,
            boolean runsHere) {
        this.sources = sources;
        this.execute = execute;
        this.environment = environment;
        this.exitCodes = exitCodes;
        this.runsHere = runsHere;
    }

    /**
     * Reads the options. Problems go to them.
     *
     * @param beforeOneWord what is put before an {@code execute_command} of a single word, as in {@code [sh, -c]}
     */
    public static LocalScripts read(Options options, ProvisionerSettings settings, List<String> beforeOneWord) {
        LocalSystem system = LocalSystem.current();
        return new LocalScripts(
                new LocalSources(options, settings, system).read(),
                ExecuteCommand.read(options, system, beforeOneWord),
                LocalEnvironment.read(options, settings, system),
                ValidExitCodes.read(options, "Write numbers from 0 to 255."),
                system.isAmong(options));
    }

    /**
     * Runs them.
     *
     * @param data generated values by name
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled; nothing of them runs any more
     * @throws BuildException when one fails; those after it do not run
     */
    public void run(Map<String, String> data, BuildScope scope) {
        if (!runsHere) {
            scope.narrator().say("Skipping shell-local due to runtime OS");
            return;
        }
        for (LocalSource source : sources) {
            scope.cancellation().throwIfCancelled();
            try (LocalSource.Ready script = source.ready(data)) {
                run(script, data, scope);
            }
        }
    }

    private void run(LocalSource.Ready script, Map<String, String> data, BuildScope scope) {
        LocalCommand command = execute.command(
                script, environment, data, environment.settings().facts());
        scope.narrator().say("Running local shell script: " + script.label());
        CommandOutput output = CommandOutput.to(scope.narrator());
        CommandResult result;
        try {
            result = LocalProcess.run(command, output, scope.cancellation());
        } catch (NotStartedException e) {
            throw new BuildException(
                    Problem.of("Error executing script: " + script.path()
                                    + "\n\nPlease see output above for more information.")
                            .withCure(e.getMessage() + ". Check \"execute_command\"."),
                    e);
        }
        exitCodes.check(result.exitStatus());
    }
}
