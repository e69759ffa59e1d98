package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Prints what is wrong with a template or a command line, in the form of Packer's diagnostics: a line {@code Error:
 * file:line:column: message}, a blank line, the cure, and two blank lines. As {@code ui} lines for programs.
 */
public final class ProblemPrinter {

    private final Ui ui;
    private final Redactor redactor;

    private ProblemPrinter(Ui ui, Redactor redactor) {
        this.ui = ui;
        this.redactor = redactor;
    }

    /** For people. */
    public static ProblemPrinter human(PrintWriter out, Redactor redactor) {
        return new ProblemPrinter(
                new HumanUi(out, new HumanConsole.Settings(false, false, ZoneOffset.UTC), Clock.system()), redactor);
    }

    /** For programs. */
    public static ProblemPrinter machineReadable(PrintWriter out, Clock clock, Redactor redactor) {
        return new ProblemPrinter(new MachineReadableUi(out, clock), redactor);
    }

    /** Everything that makes the build impossible. */
    public void errors(List<Problem> problems) {
        problems.forEach(problem -> print(Voice.ERROR, "Error: ", problem));
    }

    /** Everything that the user should know although the build goes on. */
    public void warnings(List<Problem> warnings) {
        warnings.forEach(warning -> print(Voice.SAY, "Warning: ", warning));
    }

    private void print(Voice voice, String kind, Problem problem) {
        String place = problem.position() == null ? "" : problem.position() + ": ";
        String cure = problem.cure() == null ? "" : "\n\n" + problem.cure();
        ui.line(voice, Ui.PLAIN, redactor.redact(kind + place + problem.message() + cure + "\n\n"));
    }
}
