package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what a template holds, without a look at the meaning of it. */
@Command(
        name = "inspect",
        customSynopsis = "packer-build inspect [options] TEMPLATE",
        description = "Tells which variables, builders and provisioners a template has.")
final class InspectCommand implements Callable<Integer> {

    private final Terminal terminal;

    /** Accepted as Packer accepts them: nothing of what is shown depends on them. */
    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private ConfigTypeOption configType = new ConfigTypeOption();

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", description = "The template's path; - is standard input.")
    private @Nullable String file;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec command;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        configType.check();
        if (file == null) {
            throw CommandTree.templateMissing(command);
        }
        Redactor redactor = new Redactor();
        try (Output output = Output.to(terminal, redactor)) {
            try {
                Template template = read(file);
                hideDefaults(template, redactor);
                new Inspection(template, output.answer()).print();
                return ExitCode.SUCCESS;
            } catch (BuildException e) {
                output.failure(e);
                return ExitCode.FAILURE;
            }
        }
    }

    private Template read(String path) {
        ProblemCollector problems = new ProblemCollector();
        TemplateFile read = TemplateFile.read(
                terminal, terminal.workingDirectory(), path, Clock.system().now(), problems);
        variables.given(terminal.workingDirectory(), problems);
        problems.throwIfStructure();
        return read.template();
    }

    private static void hideDefaults(Template template, Redactor redactor) {
        template.declarations().stream()
                .filter(declaration -> HiddenValues.isHidden(declaration, template))
                .flatMap(declaration -> declaration.defaultText().stream())
                .filter(text -> !text.contains("{{"))
                .forEach(text -> redactor.add(Secret.of(text)));
    }
}
