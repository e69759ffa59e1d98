package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.console.AnswerPrinter;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Says which engine this is. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;

    /** Whatever else stands on the command line, which Packer does not look at either. */
    @Unmatched
    private List<String> ignored = new ArrayList<>();

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Output output = Output.to(terminal, new Redactor())) {
            AnswerPrinter answer = output.answer();
            answer.fact("version", EngineVersion.TEXT);
            answer.fact("version-prelease", "");
            answer.fact("version-commit", "");
            answer.say(
                    "packer-build v" + EngineVersion.TEXT + " (templates of Packer " + EngineVersion.TEMPLATES + ")");
        }
        return ExitCode.SUCCESS;
    }
}
