package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.build.Components;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.session.Secrets;
import io.jenkins.plugins.packerbuild.engine.session.Spec;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds every problem of a template, without any network. */
@Command(
        name = "validate",
        customSynopsis = "packer-build validate [options] TEMPLATE",
        description = "Finds every problem of a template.")
final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private ConfigTypeOption configType = new ConfigTypeOption();

    @Option(
            names = {"-syntax-only", "--syntax-only"},
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Check the template's structure only: no variables, no options.")
    private boolean syntaxOnly;

    @Option(
            names = {OwnOptions.SESSION, "-" + OwnOptions.SESSION},
            paramLabel = "dir",
            description = "A session directory whose spec.json says what to check, in place of TEMPLATE.")
    private @Nullable Path session;

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", description = "The template's path; - is standard input.")
    private @Nullable String template;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec command;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        configType.check();
        if ((template == null) == (session == null)) {
            String words = template == null
                    ? "This command needs one argument: the path of a template."
                    : "This command takes either -session or the path of a template.";
            throw new CommandLine.ParameterException(CommandTree.lineOf(command), words);
        }
        if (session != null) {
            return new GivenSession(terminal, session).run(Spec.Command.VALIDATE, variables.values(), false);
        }
        return ofTemplate();
    }

    private int ofTemplate() {
        Redactor redactor = new Redactor();
        try (Output output = Output.to(terminal, redactor)) {
            try {
                Preparation preparation = new Preparation(
                        terminal, spec(), redactor, Clock.system().now());
                check(preparation, output);
                return ExitCode.SUCCESS;
            } catch (BuildException e) {
                output.failure(e);
                return ExitCode.FAILURE;
            }
        }
    }

    private void check(Preparation preparation, Output output) {
        if (syntaxOnly) {
            preparation.structure();
            output.answer().say("Syntax-only check passed. Everything looks okay.");
            return;
        }
        preparation.give(variables.values());
        try (Components components = Wiring.components()) {
            preparation.plan(components, Secrets.NONE);
        } finally {
            output.warnings(preparation.warnings());
        }
        output.line("The configuration is valid.");
    }

    private Spec spec() {
        return new Spec(
                new Spec.Task(
                        Spec.Command.VALIDATE,
                        template == null ? "" : template,
                        terminal.workingDirectory().toString()),
                new Spec.Inputs(List.of(), variables.files, List.of()),
                new Spec.Selection(selection.only(), selection.except()),
                new Spec.Behaviour("cleanup", false, false, Map.of()),
                new Spec.Supervision(Optional.empty(), false),
                new Spec.Console(false, false, terminal.machineReadable()));
    }
}
