package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All that must not be forgotten of one session: what was read, what came of it, the copy of the ledger, the logs. Used by
 * the thread whose turn it is; the record and the report may be read by any.
 */
final class SessionMemory {

    private static final int BIG_BYTES = 256 << 10;
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(SessionMemory.class.getName());

    private final SessionPorts ports;
    private final Model model;
    private final BuilderLogs logs;
    private final LedgerCopy ledger;
    private Progress progress;
    private Optional<Fields> stop;
    private boolean troubled;
    private int writtenBytes;
    private Duration written = Duration.ZERO;
    private volatile SessionRecord record;
    private volatile SessionReport report;

    private SessionMemory(SessionRecord record, SessionPorts ports, Fields state) throws IOException {
        this.record = record;
        this.ports = ports;
        boolean fresh = !state.map().containsKey("report");
        SessionReport before = fresh ? Model.nothing(record) : ReportJson.read(state.object("report"));
        this.report = before;
        this.model = new Model(before, ports.secrets()::mask);
        this.progress = Progress.read(state.object("progress"));
        this.stop =
                Optional.of(state.object("stop")).filter(fields -> !fields.map().isEmpty());
        this.logs = BuilderLogs.open(ports.folder(), state.objects("logs", ReportJson.MOST));
        this.ledger = ports.registry().ledgerCopy(record.id());
    }

    /** What was saved last. */
    static SessionMemory load(SessionRecord record, SessionPorts ports) throws RecordsException {
        try {
            Fields nothing = new Fields(Map.of());
            return new SessionMemory(record, ports, ports.folder().load().orElse(nothing));
        } catch (IOException e) {
            throw new RecordsException(record.id(), e);
        }
    }

    SessionRecord record() {
        return record;
    }

    SessionReport report() {
        return report;
    }

    Progress progress() {
        return progress;
    }

    void progress(Progress next) {
        progress = next;
    }

    Model model() {
        return model;
    }

    BuilderLogs logs() {
        return logs;
    }

    LedgerCopy ledger() {
        return ledger;
    }

    /** A request to stop that an earlier driver was given. */
    Optional<Fields> stop() {
        return stop;
    }

    /** Remembers a request to stop with the next save. */
    void stop(Map<String, Object> request) {
        stop = Optional.of(new Fields(request));
    }

    /** Saves what comes next before it begins. */
    void phase(Phase phase) throws RecordsException {
        record(record.withPhase(phase));
    }

    /** Saves the record. */
    void record(SessionRecord next) throws RecordsException {
        try {
            ports.registry().save(next);
            record = next;
        } catch (IOException e) {
            throw new RecordsException(next.id(), e);
        }
    }

    /** Appends to the copy of the ledger; on disk when this returns. */
    boolean ledger(List<String> lines) throws RecordsException {
        try {
            return ledger.append(lines);
        } catch (IOException e) {
            throw new RecordsException(record.id(), e);
        }
    }

    /** Begins the copy of the ledger. */
    void beginLedger(String runId) throws RecordsException {
        try {
            ledger.begin(runId);
        } catch (IOException e) {
            throw new RecordsException(record.id(), e);
        }
    }

    /**
     * Saves all but the record, and tells what has changed. What cannot be saved is logged: the next save has it, too.
     *
     * @return whether it was saved
     */
    boolean save() {
        refresh();
        boolean saved = write();
        if (model.takeChanged()) {
            ports.listener().changed(report);
        }
        return saved;
    }

    /** The same after each look; a very large state, as only a lying agent makes it, is not written each time. */
    void saveSoon() {
        Duration since = ports.ticker().uptime().minus(written);
        if (model.isChanged() || writtenBytes < BIG_BYTES || since.compareTo(SELDOM) > 0) {
            save();
        } else {
            refresh();
        }
    }

    /** The report as it stands now. */
    SessionReport refresh() {
        report = model.report(ledger.open(), builder -> logs.length(builder.index()));
        return report;
    }

    private boolean write() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("version", 1);
        state.put("progress", progress.write());
        stop.ifPresent(fields -> state.put("stop", fields.map()));
        state.put("report", ReportJson.write(report));
        state.put("logs", logs.state());
        try {
            writtenBytes = ports.folder().save(state);
            written = ports.ticker().uptime();
            logs.saved();
            return true;
        } catch (IOException e) {
            Level level = troubled ? Level.FINE : Level.WARNING;
            troubled = true;
            LOG.log(level, "Could not save session state in '" + ports.folder() + "'.", e);
            return false;
        }
    }
}
