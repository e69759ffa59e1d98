package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.Voice;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.PrintWriter;
import java.util.Locale;

/** Lines for programs: {@code <unix seconds>,<target>,<type>,<data...>}. */
final class MachineReadableUi implements Ui {

    private final PrintWriter out;
    private final Clock clock;

    MachineReadableUi(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void line(Voice voice, int colour, String text) {
        fact("", "ui", voice.name().toLowerCase(Locale.ROOT), text);
    }

    @Override
    public void legend(int colour, String text) {}

    @Override
    public void fact(String target, String type, String... data) {
        StringBuilder line = new StringBuilder();
        line.append(clock.now().getEpochSecond())
                .append(',')
                .append(escaped(target))
                .append(',')
                .append(type);
        for (String field : data) {
            line.append(',').append(escaped(field));
        }
        out.print(line.append('\n'));
    }

    private static String escaped(String text) {
        return text.replace(",", "%!(PACKER_COMMA)").replace("\r", "\\r").replace("\n", "\\n");
    }
}
