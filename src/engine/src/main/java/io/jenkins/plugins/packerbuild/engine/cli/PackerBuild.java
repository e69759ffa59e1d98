package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.console.AnswerPrinter;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The command line: {@code packer-build build|validate|version|cleanup|warmup [options] TEMPLATE}, a drop-in for
 * Packer's. The one place that wires implementations.
 */
public final class PackerBuild {

    private static final Set<String> MACHINE_READABLE = Set.of("-machine-readable", "--machine-readable");
    private static final Set<String> VERSION = Set.of("-v", "-version", "--version");
    private static final Set<String> HELP = Set.of("-h", "-help", "--help");

    private PackerBuild() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        boolean interactive = interactive();
        Terminal terminal = new Terminal(
                System.in, out, System.err, System.getenv(), Path.of("").toAbsolutePath(), interactive, false);
        int code = run(terminal, arguments);
        out.flush();
        System.exit(code);
    }

    /** From Java 22 on there is a console also where nobody sits. */
    private static boolean interactive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // An older Java, in which a console is a terminal.
        }
    }

    /** Runs one command; everything it prints goes to the terminal's streams. */
    static int run(Terminal given, String... arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        Terminal terminal = given.machineReadable(rest.removeIf(MACHINE_READABLE::contains));
        String command = rest.isEmpty() ? "" : rest.get(0);
        if (OtherCommands.has(command)) {
            return tell(terminal, answer -> answer.error(OtherCommands.sentence(command)));
        }
        if (VERSION.contains(command)) {
            terminal.out().println(EngineVersion.TEXT);
            return ExitCode.SUCCESS;
        }
        CommandLine line = CommandTree.of(terminal);
        if (!line.getSubcommands().containsKey(command)) {
            line.usage(terminal.out());
            return HELP.contains(command) ? ExitCode.SUCCESS : ExitCode.NO_COMMAND;
        }
        if (rest.stream().anyMatch(HELP::contains)) {
            line.getSubcommands().get(command).usage(terminal.out());
            return ExitCode.SUCCESS;
        }
        return line.execute(rest.toArray(String[]::new));
    }

    /** What a wrong option or a missing argument is answered with. */
    static int wrongUsage(Terminal terminal, ParameterException problem) {
        return tell(terminal, answer -> {
            answer.say(problem.getCommandLine().getUsageMessage());
            answer.error(WrongUsage.words(problem));
        });
    }

    private static int tell(Terminal terminal, Consumer<AnswerPrinter> words) {
        try (Output output = Output.to(terminal, new Redactor())) {
            words.accept(output.answer());
        }
        return ExitCode.FAILURE;
    }
}
