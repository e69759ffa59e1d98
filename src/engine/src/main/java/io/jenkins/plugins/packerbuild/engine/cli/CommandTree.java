package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the commands, with Packer's habits: single dashes, errors and usage on standard output. */
@Command(
        name = "packer-build",
        description = "Builds machine images from Packer templates.",
        synopsisSubcommandLabel = "COMMAND")
final class CommandTree {

    private CommandTree() {}

    static CommandLine of(Terminal terminal) {
        CommandLine line = new CommandLine(new CommandTree());
        line.addSubcommand(new BuildCommand(terminal));
        line.addSubcommand(new ValidateCommand(terminal));
        line.addSubcommand(new InspectCommand(terminal));
        line.addSubcommand(new ConsoleCommand(terminal));
        CommandLine fix = new CommandLine(new FixCommand(terminal));
        fix.setUsageHelpWidth(140);
        fix.getCommandSpec().usageMessage().footer(FixCommand.footer());
        line.addSubcommand(fix);
        line.addSubcommand(new CleanupCommand(terminal));
        line.addSubcommand(new WarmupCommand(terminal));
        line.addSubcommand(new VersionCommand(terminal));
        line.registerConverter(boolean.class, new GoBoolean());
        line.registerConverter(Boolean.class, new GoBoolean());
        line.setPosixClusteredShortOptionsAllowed(false);
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((problem, arguments) -> PackerBuild.wrongUsage(terminal, problem));
        line.setExecutionExceptionHandler((problem, command, result) -> failed(terminal, problem));
        return line;
    }

    /** What an exception that leaves a command is told as. */
    private static int failed(Terminal terminal, Exception problem) {
        try (Output output = Output.to(terminal, new Redactor())) {
            output.failure(BuildException.from(problem));
        }
        return ExitCode.FAILURE;
    }

    /** What a command without its template is answered with. */
    static CommandLine.ParameterException templateMissing(CommandLine.Model.@Nullable CommandSpec spec) {
        return new CommandLine.ParameterException(
                lineOf(spec), "This command needs one argument: the path of a template.");
    }

    /** The command line that a command was read from. */
    static CommandLine lineOf(CommandLine.Model.@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "picocli sets it before the call").commandLine();
    }
}
