package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What the engine's classes log, stack traces included: for {@code PACKER_LOG} only, on standard error, without secrets.
 * From {@link #to} until it is closed. Safe for use by several threads.
 */
final class EngineLog extends Handler {

    /** Held here: nobody else holds it, and a logger that is collected forgets its handlers. */
    private static final Logger ENGINE = Logger.getLogger("io.jenkins.plugins.packerbuild.engine");

    private final PrintStream out;
    private final Redactor redactor;

    private EngineLog(PrintStream out, Redactor redactor) {
        this.out = out;
        this.redactor = redactor;
        setFormatter(new SimpleFormatter());
    }

    /** To the terminal's standard error. */
    static EngineLog to(Terminal terminal, Redactor redactor) {
        EngineLog log = new EngineLog(terminal.log(), redactor);
        ENGINE.setLevel(Level.FINE);
        ENGINE.setUseParentHandlers(false);
        ENGINE.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord entry) {
        out.print(redactor.redact(getFormatter().format(entry)));
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        flush();
        ENGINE.removeHandler(this);
    }
}
