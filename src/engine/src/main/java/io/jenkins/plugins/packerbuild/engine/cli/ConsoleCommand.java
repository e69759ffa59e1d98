package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.template.GivenVariables;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Renders what the user types, with the variables of a template. */
@Command(
        name = "console",
        customSynopsis = "packer-build console [options] [TEMPLATE]",
        description = "Renders the expressions that it reads, with a template's variables.")
final class ConsoleCommand implements Callable<Integer> {

    /** What Packer takes when no template is given. */
    private static final String TINIEST = "{\"builders\": [{\"type\": \"null\", \"communicator\": \"none\"}]}";

    private final Terminal terminal;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    /** Accepted as Packer accepts it, without a meaning. */
    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private ConfigTypeOption configType = new ConfigTypeOption();

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", description = "The template's path.")
    private @Nullable String file;

    ConsoleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        configType.check();
        Redactor redactor = new Redactor();
        try (Output output = Output.to(terminal, redactor)) {
            try {
                conversation(output, redactor).run();
                return ExitCode.SUCCESS;
            } catch (BuildException e) {
                output.failure(e);
                return ExitCode.FAILURE;
            }
        }
    }

    private Conversation conversation(Output output, Redactor redactor) {
        ProblemCollector structure = new ProblemCollector();
        TemplateFile read = read(structure);
        GivenVariables given = variables.given(terminal.workingDirectory(), structure);
        structure.throwIfStructure();
        ProblemCollector unset = new ProblemCollector();
        Variables values = Variables.resolve(read.template(), given, read.facts(), unset);
        HiddenValues.of(values, read.template(), terminal.environment(), redactor);
        return new Conversation(new Conversation.Known(values, read.facts(), unset.problems()), terminal, output);
    }

    private TemplateFile read(ProblemCollector problems) {
        if (file != null) {
            return TemplateFile.read(
                    terminal, terminal.workingDirectory(), file, Clock.system().now(), problems);
        }
        Template tiniest =
                Template.read(new ByteArrayInputStream(TINIEST.getBytes(StandardCharsets.UTF_8)), "", problems);
        return new TemplateFile(
                tiniest,
                new RunFacts(
                        Clock.system().now(),
                        terminal.workingDirectory(),
                        terminal.workingDirectory(),
                        terminal.environment()));
    }
}
