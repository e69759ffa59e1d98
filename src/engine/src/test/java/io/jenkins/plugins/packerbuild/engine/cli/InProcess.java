package io.jenkins.plugins.packerbuild.engine.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Our command line, run within the test's own process, for tests of other packages. */
public final class InProcess {

    private InProcess() {}

    /** What came of one command. */
    public record Result(int exit, String printed) {}

    /** Runs one command at nobody's terminal; the environment is all that it sees of one. */
    public static Result run(Path directory, Map<String, String> environment, byte[] input, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(input), printer, log, environment, directory, false, false);
        int exit = PackerBuild.run(terminal, arguments.toArray(String[]::new));
        printer.flush();
        return new Result(exit, out.toString(StandardCharsets.UTF_8));
    }
}
