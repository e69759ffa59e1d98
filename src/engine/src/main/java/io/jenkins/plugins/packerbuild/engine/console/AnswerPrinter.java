package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.PrintWriter;
import java.time.ZoneOffset;

/**
 * Prints what a command answers that runs no build: plain lines for people, {@code ui} lines and facts for programs. No
 * secret that the redactor knows leaves through it.
 */
public final class AnswerPrinter {

    private final Ui ui;
    private final Redactor redactor;

    private AnswerPrinter(Ui ui, Redactor redactor) {
        this.ui = ui;
        this.redactor = redactor;
    }

    /** For people. */
    public static AnswerPrinter human(PrintWriter out, Redactor redactor) {
        return new AnswerPrinter(
                new HumanUi(out, new HumanConsole.Settings(false, false, ZoneOffset.UTC), Clock.system()), redactor);
    }

    /** For programs. */
    public static AnswerPrinter machineReadable(PrintWriter out, Clock clock, Redactor redactor) {
        return new AnswerPrinter(new MachineReadableUi(out, clock), redactor);
    }

    /** A line of the command's own, or several. */
    public void say(String text) {
        ui.line(Voice.SAY, Ui.PLAIN, redactor.redact(text));
    }

    /** A line that answers the user's. */
    public void message(String text) {
        ui.line(Voice.MESSAGE, Ui.PLAIN, redactor.redact(text));
    }

    /** A line about something that is wrong. */
    public void error(String text) {
        ui.line(Voice.ERROR, Ui.PLAIN, redactor.redact(text));
    }

    /** What only programs are told, as in {@code template-builder,web,null}. */
    public void fact(String type, String... data) {
        String[] clean = new String[data.length];
        for (int i = 0; i < data.length; i++) {
            clean[i] = redactor.redact(data[i]);
        }
        ui.fact("", type, clean);
    }
}
