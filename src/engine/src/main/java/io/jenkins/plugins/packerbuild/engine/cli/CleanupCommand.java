package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.session.SessionDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes what a run has left in the clouds that died before it could. */
@Command(name = "cleanup", description = "Removes what a dead run has left in the clouds.")
final class CleanupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "SESSION_DIR", description = "The session directory of the run.")
    private Path session = Path.of("");

    CleanupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path path = terminal.workingDirectory().resolve(session);
        if (!Files.isDirectory(path)) {
            throw new BuildException(Problem.of("There is no session directory '" + session + "'.")
                    .withCure("A run that left something behind has printed the path of its session directory."));
        }
        SessionDirectory directory = SessionDirectory.at(path);
        return new CleanupRun(terminal, directory, variables, output).run();
    }
}
