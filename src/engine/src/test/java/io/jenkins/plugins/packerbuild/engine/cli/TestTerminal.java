package io.jenkins.plugins.packerbuild.engine.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in a directory of the test's own, and keeps what they print. */
final class TestTerminal {

    private final Path work;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private boolean interactive;

    TestTerminal(Path work) {
        this.work = work;
        environment.put("XDG_STATE_HOME", work.resolve("state").toString());
    }

    TestTerminal with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    TestTerminal interactive() {
        interactive = true;
        return this;
    }

    void write(String file, String text) throws IOException {
        Files.writeString(work.resolve(file), text);
    }

    /** The exit code of a command without standard input. */
    int run(String... arguments) {
        return runWith("", arguments);
    }

    /** The exit code of a command that reads this. */
    int runWith(String input, String... arguments) {
        out.reset();
        log.reset();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                environment,
                work,
                interactive,
                false);
        return PackerBuild.run(terminal, arguments);
    }

    /** What the last command printed on standard output. */
    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last command printed on standard error. */
    String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Standard output as {@code -machine-readable} prints it, without the times. */
    String records() {
        return printed().replaceAll("(?m)^[0-9]+,", "");
    }
}
