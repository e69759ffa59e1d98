package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Lines for people, in Packer's colours. */
final class HumanUi implements Ui {

    /** Green, cyan, magenta, yellow, blue. */
    private static final int[] COLOURS = {32, 36, 35, 33, 34};

    private static final int RED = 31;

    private final PrintWriter out;
    private final HumanConsole.Settings settings;
    private final Clock clock;

    HumanUi(PrintWriter out, HumanConsole.Settings settings, Clock clock) {
        this.out = out;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void line(Voice voice, int colour, String text) {
        if (colour == PLAIN) {
            print(text);
            return;
        }
        boolean bold = voice != Voice.MESSAGE;
        print(coloured(voice == Voice.ERROR ? RED : COLOURS[colour % COLOURS.length], bold, stamp() + text));
    }

    @Override
    public void legend(int colour, String text) {
        if (settings.colour()) {
            print(colour == PLAIN ? text : coloured(COLOURS[colour % COLOURS.length], true, text));
        }
    }

    @Override
    public void fact(String target, String type, String... data) {}

    private void print(String text) {
        out.print(text + "\n");
    }

    private String stamp() {
        if (!settings.stamps()) {
            return "";
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        clock.now().truncatedTo(ChronoUnit.SECONDS).atZone(settings.zone()))
                + ": ";
    }

    private String coloured(int code, boolean bold, String text) {
        return settings.colour() ? "\u001b[" + (bold ? 1 : 0) + ";" + code + "m" + text + "\u001b[0m" : text;
    }
}
