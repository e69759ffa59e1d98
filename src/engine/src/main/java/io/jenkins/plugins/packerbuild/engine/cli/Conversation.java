package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.console.AnswerPrinter;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.template.Interpolation;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Answers lines of standard input until {@code exit} or its end. A line that cannot be rendered does not end it. */
final class Conversation {

    private static final int LONGEST_LINE = 1024 * 1024;

    private static final String HELP = String.join(
            "\n",
            "Packer console JSON Mode.",
            "The Packer console allows you to experiment with Packer interpolations.",
            "You may access variables in the Packer config you called the console with.",
            "",
            "Type in the interpolation to test and hit <enter> to see the result.",
            "",
            "\"variables\" will dump all available variables and their values.",
            "",
            "\"{{timestamp}}\" will output the timestamp, for example \"1559855090\".",
            "",
            "To exit the console, type \"exit\" and hit <enter>, or use Control-C.");

    /**
     * What answers are made of.
     *
     * @param variables the template's, with their values
     * @param facts what functions know of the run
     * @param unset why some variables have no value
     */
    record Known(Variables variables, RunFacts facts, List<Problem> unset) {

        Known {
            unset = List.copyOf(unset);
        }
    }

    private final Known known;
    private final Terminal terminal;
    private final Output output;
    private final AnswerPrinter answer;
    private final Interpolation interpolation;

    Conversation(Known known, Terminal terminal, Output output) {
        this.known = known;
        this.terminal = terminal;
        this.output = output;
        this.answer = output.answer();
        this.interpolation = Interpolation.of(known.facts(), known.variables());
    }

    /**
     * Until the end.
     *
     * @throws BuildException when a line is too long, or standard input cannot be read
     */
    void run() {
        BufferedReader in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
        try {
            Optional<String> line = next(in);
            while (line.isPresent() && !line.get().equals("exit")) {
                reply(line.get());
                line = next(in);
            }
        } catch (IOException e) {
            throw new BuildException(Problem.of("Could not read standard input: " + e.getMessage() + "."), e);
        }
    }

    private Optional<String> next(BufferedReader in) throws IOException {
        if (terminal.interactive() && !terminal.machineReadable()) {
            output.prompt("> ");
        }
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw new BuildException(Problem.of("A line of standard input is longer than 1 MiB.")
                        .withCure("Give expressions one by one, each on a line of its own."));
            }
            line.append((char) c);
            c = in.read();
        }
        return Optional.of(line.toString().strip());
    }

    private void reply(String line) {
        switch (line) {
            case "" -> {}
            case "help" -> answer.message(HELP);
            case "variables" -> answer.message(variables());
            default -> render(line);
        }
    }

    private void render(String line) {
        try {
            answer.message(interpolation.renderUntilStable(line));
        } catch (BuildException e) {
            output.failure(needsUnset(line) ? new BuildException(known.unset(), e) : e);
        }
    }

    /** Whether a variable without a value is to blame: why it has none is said rather than that it has none. */
    private boolean needsUnset(String line) {
        return !known.unset().isEmpty()
                && !Collections.disjoint(
                        interpolation.variablesIn(line), known.variables().broken());
    }

    private String variables() {
        StringBuilder text = new StringBuilder("\n");
        new TreeMap<>(known.variables().values())
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append(",\n"));
        return text.toString();
    }
}
