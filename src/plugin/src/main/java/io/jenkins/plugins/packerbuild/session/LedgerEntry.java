package io.jenkins.plugins.packerbuild.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One line of the ledger: how far one resource in a cloud is.
 *
 * @param entry number of the resource in its run
 * @param state {@code intent}, {@code created}, {@code gone} or {@code remains}
 * @param mark by which it is found when its id never arrived
 * @param leftover what would be left; its id is empty before it is known
 */
record LedgerEntry(long entry, String state, String mark, SessionReport.Leftover leftover) {

    private static final Set<String> STATES = Set.of("intent", "created", "gone", "remains");
    private static final int MOST = 300;
    private static final int MOST_NOTE = 4_000;

    /** Empty for what is no line about a resource. */
    static Optional<LedgerEntry> of(Fields line) {
        String state = line.text("state", MOST);
        if (!STATES.contains(state) || !(line.map().get("entry") instanceof Number)) {
            return Optional.empty();
        }
        SessionReport.Leftover leftover = new SessionReport.Leftover(
                line.name("builder"),
                line.name("kind"),
                line.name("provider"),
                line.name("region"),
                line.name("id"),
                CleanText.clean(line.text("note", MOST_NOTE).replace('\n', ' ')),
                CleanText.clean(line.text("command", MOST_NOTE)));
        return Optional.of(new LedgerEntry(line.number("entry"), state, line.name("mark"), leftover));
    }

    /** The line of {@code ledger.jsonl} that an event stands for, also with members of a later version. */
    static String line(Fields event, UnaryOperator<String> mask) {
        Map<String, Object> fields = new LinkedHashMap<>(event.map());
        fields.remove("seq");
        fields.remove("type");
        for (String free : Set.of("note", "command")) {
            if (fields.get(free) instanceof String text) {
                fields.put(free, CleanText.block(text, mask));
            }
        }
        return Json.write(fields);
    }

    boolean isOpen() {
        return !state.equals("gone");
    }

    /** The same with the id of an earlier line where it has none. */
    LedgerEntry after(LedgerEntry before) {
        return leftover.id().isEmpty()
                ? new LedgerEntry(entry, state, mark, withId(before.leftover().id()))
                : this;
    }

    /** What is still in the cloud, with the mark in place of an id that never arrived. */
    SessionReport.Leftover left() {
        return leftover.id().isEmpty() ? withId(mark) : leftover;
    }

    private SessionReport.Leftover withId(String id) {
        return new SessionReport.Leftover(
                leftover.builder(),
                leftover.kind(),
                leftover.provider(),
                leftover.region(),
                id,
                leftover.note(),
                leftover.command());
    }
}
