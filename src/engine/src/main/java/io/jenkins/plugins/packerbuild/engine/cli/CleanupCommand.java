package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.session.OwnSessions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes what a run has left in the clouds that died before it could. */
@Command(
        name = "cleanup",
        customSynopsis = "packer-build cleanup [options] SESSION_DIR",
        description = "Removes what a dead run has left in the clouds.")
final class CleanupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "SESSION_DIR",
            description = "The session directory of the run; without it, those of dead runs are listed.")
    private @Nullable Path session;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec command;

    CleanupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (session == null) {
            throw new CommandLine.ParameterException(CommandTree.lineOf(command), abandoned());
        }
        Path path = terminal.workingDirectory().resolve(session);
        return new CleanupRun(terminal, terminal.sessions().ended(path), variables, output).run();
    }

    /** Where a user learns of a run that could not say it itself. */
    private String abandoned() {
        List<OwnSessions.Abandoned> runs = terminal.sessions().abandoned();
        if (runs.isEmpty()) {
            return "This command needs one argument: the path of a session directory. None in '"
                    + terminal.sessions().root() + "' is of a dead run that left something behind.";
        }
        return "This command needs one argument: the path of a session directory. These are of dead runs that left"
                + " something behind:\n"
                + runs.stream().map(CleanupCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(OwnSessions.Abandoned run) {
        String kinds = run.open().stream()
                .map(line -> line.resource().builder() + " " + line.resource().kind())
                .distinct()
                .collect(Collectors.joining(", "));
        return "  packer-build cleanup " + run.directory().path() + "\n    " + kinds;
    }
}
