package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.console.AnswerPrinter;
import io.jenkins.plugins.packerbuild.engine.console.BatchedOutput;
import io.jenkins.plugins.packerbuild.engine.console.HumanConsole;
import io.jenkins.plugins.packerbuild.engine.console.MachineReadableConsole;
import io.jenkins.plugins.packerbuild.engine.console.ProblemPrinter;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one command prints: lines of a run, problems, plain sentences; no secret that the redactor knows. */
final class Output implements AutoCloseable {

    private final Terminal terminal;
    private final Redactor redactor;
    private final BatchedOutput batched;
    private final @Nullable EngineLog log;

    private Output(Terminal terminal, Redactor redactor) {
        this.terminal = terminal;
        this.redactor = redactor;
        this.batched = new BatchedOutput(terminal.out(), Clock.system());
        this.log = terminal.verbose() ? EngineLog.to(terminal, redactor) : null;
    }

    /** To the terminal. */
    static Output to(Terminal terminal, Redactor redactor) {
        return new Output(terminal, redactor);
    }

    /** Lines of a run. */
    BuildListener console(boolean colour, boolean timestamps, String cleanupCommand) {
        if (terminal.machineReadable()) {
            return new MachineReadableConsole(batched.printer(), Clock.system(), cleanupCommand);
        }
        HumanConsole.Settings settings = new HumanConsole.Settings(colour, timestamps, ZoneId.systemDefault());
        return new HumanConsole(batched.printer(), settings, Clock.system(), cleanupCommand);
    }

    /** Everything that is wrong; under {@code PACKER_LOG} with its stack trace, on standard error. */
    void failure(BuildException failure) {
        problems().errors(failure.problems());
        if (terminal.verbose()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            terminal.log().println(redactor.redact(trace.toString()));
        }
    }

    /** Everything that the user should know. */
    void warnings(List<Problem> warnings) {
        problems().warnings(warnings);
    }

    /** A plain line, for people only: programs read the exit code. */
    void line(String text) {
        if (!terminal.machineReadable()) {
            batched.printer().print(redactor.redact(text) + "\n");
        }
    }

    /** What a command says that runs no build. */
    AnswerPrinter answer() {
        return terminal.machineReadable()
                ? AnswerPrinter.machineReadable(batched.printer(), Clock.system(), redactor)
                : AnswerPrinter.human(batched.printer(), redactor);
    }

    /** What a person is to answer, without an end of the line. */
    void prompt(String text) {
        batched.printer().print(text);
        batched.printer().flush();
    }

    private ProblemPrinter problems() {
        return terminal.machineReadable()
                ? ProblemPrinter.machineReadable(batched.printer(), Clock.system(), redactor)
                : ProblemPrinter.human(batched.printer(), redactor);
    }

    @Override
    public void close() {
        batched.close();
        if (log != null) {
            log.close();
        }
    }
}
