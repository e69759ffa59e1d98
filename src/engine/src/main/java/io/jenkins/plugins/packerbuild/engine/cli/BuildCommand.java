package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.session.SessionDirectory;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds all images of a template at the same time. */
@Command(
        name = "build",
        customSynopsis = "packer-build build [options] TEMPLATE",
        description = "Builds all images of a template at the same time.")
final class BuildCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConfigTypeOption configType = new ConfigTypeOption();

    @Option(
            names = {OwnOptions.SESSION, "-" + OwnOptions.SESSION},
            paramLabel = "dir",
            description = "The session directory. Without TEMPLATE, its spec.json says what to build.")
    private @Nullable Path session;

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", description = "The template's path; - is standard input.")
    private @Nullable String template;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec command;

    BuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        configType.check();
        if (template == null && session == null) {
            throw new CommandLine.ParameterException(
                    CommandTree.lineOf(command), "This command needs one argument: the path of a template.");
        }
        if (template == null && session != null) {
            return new GivenSession(terminal, session).run(Spec.Command.BUILD, variables.values(), run.debug);
        }
        Spec spec = spec();
        BuildRun.Order order = new BuildRun.Order(true, variables.values(), run.debug);
        return new BuildRun(terminal, directory(), spec, order).run();
    }

    /** Made after the command line was understood: what cannot begin leaves no directory. */
    private SessionDirectory directory() {
        return session == null
                ? terminal.sessions().create()
                : SessionDirectory.at(terminal.workingDirectory().resolve(session));
    }

    /** The command line as a spec. */
    private Spec spec() {
        return new Spec(
                new Spec.Task(
                        Spec.Command.BUILD,
                        template == null ? "" : template,
                        terminal.workingDirectory().toString()),
                new Spec.Inputs(List.copyOf(variables.values().keySet()), variables.files, List.of()),
                new Spec.Selection(selection.only(), selection.except()),
                run.behaviour(),
                new Spec.Supervision(Optional.empty(), false),
                new Spec.Console(output.colorOn(terminal), output.timestamps, terminal.machineReadable()));
    }
}
