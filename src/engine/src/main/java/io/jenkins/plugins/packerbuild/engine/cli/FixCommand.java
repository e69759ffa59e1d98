package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.template.Interpolation;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.TemplateTree;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import io.jenkins.plugins.packerbuild.engine.template.fix.TemplateFixes;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Prints a template of an old version as it is written today. The template alone goes to standard output, notes about it
 * to standard error.
 */
@Command(
        name = "fix",
        customSynopsis = "packer-build fix [options] TEMPLATE",
        description = "Prints a template of an old version of Packer as it is written today.")
final class FixCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = {"-validate", "--validate"},
            arity = "0..1",
            defaultValue = "true",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Check the structure of the fixed template; on unless it is false.")
    private boolean validate;

    /** Accepted as Packer accepts them: nothing of what is printed depends on them. */
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

    FixCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the usage ends with: every fix, in order. */
    static String[] footer() {
        List<String> lines = new ArrayList<>(List.of("", "Fixes that are run, in this order:", ""));
        TemplateFixes.synopses().forEach(line -> lines.add(line.replace("%", "%%")));
        return lines.toArray(String[]::new);
    }

    @Override
    public Integer call() {
        configType.check();
        if (file == null) {
            throw CommandTree.templateMissing(command);
        }
        try (Output output = Output.to(terminal, new Redactor())) {
            try {
                fix(file, output);
                return ExitCode.SUCCESS;
            } catch (BuildException e) {
                output.failure(e);
                return ExitCode.FAILURE;
            }
        }
    }

    private void fix(String path, Output output) {
        Map<String, Object> root = path.equals("-")
                ? TemplateTree.read(terminal.in(), "-")
                : TemplateTree.read(terminal.workingDirectory().resolve(path), path);
        TemplateFixes.Fixed fixed = fixed(root, path);
        output.answer().say(fixed.text());
        fixed.notes().forEach(terminal.log()::println);
        if (validate) {
            check(fixed.text(), path + " (fixed)");
        }
    }

    private static TemplateFixes.Fixed fixed(Map<String, Object> root, String path) {
        try {
            return TemplateFixes.apply(root);
        } catch (BuildException e) {
            Problem problem = e.problem();
            throw new BuildException(
                    new Problem(
                            "Could not fix template '" + path + "': " + problem.message(),
                            problem.cure(),
                            problem.position()),
                    e);
        }
    }

    /** The structure, and that {@code only} and {@code except} name builders that are there. */
    private void check(String text, String name) {
        ProblemCollector problems = new ProblemCollector();
        Template template =
                Template.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, problems);
        RunFacts facts = new RunFacts(
                Clock.system().now(), terminal.workingDirectory(), terminal.workingDirectory(), terminal.environment());
        Variables values = Variables.resolve(
                template, variables.given(terminal.workingDirectory(), problems), facts, new ProblemCollector());
        template.builds(Interpolation.of(facts, values), problems);
        problems.throwIfAny();
    }
}
