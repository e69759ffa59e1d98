package io.jenkins.plugins.packerbuild.engine.ledger;

import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the last word about every resource of a ledger. Safe for use by several threads. */
public final class LedgerTally {

    /** By entry number. Guarded by this. */
    private final Map<Integer, LedgerLine> last = new TreeMap<>();

    /** Takes the next line. Returns it with the id of an earlier line where it has none. */
    public synchronized LedgerLine note(LedgerLine line) {
        LedgerLine before = last.get(line.entry());
        String id = line.id().isEmpty() && before != null ? before.id() : line.id();
        LedgerLine whole = new LedgerLine(line.entry(), line.state(), line.resource(), id, line.note(), line.command());
        last.put(line.entry(), whole);
        return whole;
    }

    /** The last line of each resource, in the order in which they were announced. */
    public synchronized List<LedgerLine> entries() {
        return List.copyOf(last.values());
    }

    /** What is not known to be gone. */
    public synchronized List<LedgerLine> open() {
        return last.values().stream()
                .filter(line -> line.state() != LedgerLine.State.GONE)
                .toList();
    }
}
