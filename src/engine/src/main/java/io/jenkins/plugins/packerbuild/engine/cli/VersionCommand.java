package io.jenkins.plugins.packerbuild.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which engine this is. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (terminal.machineReadable()) {
            long seconds = io.jenkins.plugins.packerbuild.engine.time.Clock.system()
                    .now()
                    .getEpochSecond();
            terminal.out().print(seconds + ",,version," + EngineVersion.TEXT + "\n");
            terminal.out().print(seconds + ",,version-prelease,\n");
            terminal.out().print(seconds + ",,version-commit,\n");
        } else {
            terminal.out()
                    .print("packer-build v" + EngineVersion.TEXT + " (templates of Packer " + EngineVersion.TEMPLATES
                            + ")\n");
        }
        return ExitCode.SUCCESS;
    }
}
