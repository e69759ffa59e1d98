package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Builder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes lines of {@code events.jsonl}: first into the copy of the ledger, then into the builders' logs, the build log and
 * the model. One thread.
 */
final class EventTeller {

    /** What is said where events are missing. */
    static final String GAP = "Some of the engine's output is missing here: it could not be written on the agent. See"
            + " whether its disk is full.";

    /** Of people's text in all; the engine itself stops long before. */
    static final long MOST_TEXT_CHARS = 1L << 30;

    private static final int MOST_HEADER_BYTES = 4096;

    private final SessionMemory memory;
    private final SessionConsole console;
    private final UnaryOperator<String> mask;
    private final ConsoleText text;
    private long chars;

    EventTeller(SessionMemory memory, SessionConsole console, UnaryOperator<String> mask) {
        this.memory = memory;
        this.console = console;
        this.mask = mask;
        this.text = new ConsoleText(memory.model()::find, mask);
    }

    /** What one look has brought, while it is sorted. */
    private static final class Sorted {
        private final List<String> console = new ArrayList<>();
        private final Map<Integer, List<String>> logs = new LinkedHashMap<>();

        void log(Builder builder, List<String> lines) {
            logs.computeIfAbsent(builder.index(), index -> new ArrayList<>()).addAll(lines);
        }
    }

    /**
     * Takes them in order; those that were taken before are passed over.
     *
     * @param offset behind the last of them
     * @param host has the ledger itself, in whose first line the run's id stands
     * @throws RecordsException when the ledger could not be copied: then none of them was taken
     */
    void take(List<String> lines, long offset, SessionHost host)
            throws RecordsException, IOException, InterruptedException {
        List<EventJson.Numbered> events = events(lines);
        copyLedger(events, host);
        Sorted sorted = new Sorted();
        events.forEach(event -> take(event.event(), sorted));
        sorted.logs.forEach(memory.logs()::append);
        console.print(sorted.console);
        if (memory.model().isOverflown()) {
            console.once("The engine reports more artifacts than fit here; the rest of them is left out.");
        }
        long sequence = events.isEmpty() ? 0 : events.get(events.size() - 1).sequence();
        Progress progress = memory.progress();
        memory.progress(progress.withRead(offset, Math.max(progress.sequence(), sequence)));
    }

    private List<EventJson.Numbered> events(List<String> lines) {
        List<EventJson.Numbered> events = new ArrayList<>();
        long last = memory.progress().sequence();
        for (String line : lines) {
            try {
                EventJson.Numbered event = EventJson.read(line);
                if (event.sequence() > last) {
                    if (event.sequence() > last + 1) {
                        console.once(GAP);
                    }
                    last = event.sequence();
                    events.add(event);
                }
            } catch (IOException e) {
                console.once("Some lines of the engine's events.jsonl cannot be read; they are left out.");
            }
        }
        return events;
    }

    private void copyLedger(List<EventJson.Numbered> events, SessionHost host)
            throws RecordsException, IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (EventJson.Numbered event : events) {
            if (event.event() instanceof EngineEvent.RunStarted run) {
                memory.beginLedger(run.runId());
            } else if (event.event() instanceof EngineEvent.Ledger ledger) {
                lines.add(LedgerEntry.line(ledger.line(), mask));
            }
        }
        if (!lines.isEmpty() && memory.ledger().runId().isEmpty()) {
            memory.beginLedger(LedgerCopy.runIdOf(host.read("ledger.jsonl", MOST_HEADER_BYTES)));
        }
        if (!lines.isEmpty() && !memory.ledger(lines)) {
            console.once("The engine's ledger is too long to be copied: what it creates from here on is known on the"
                    + " agent only.");
        }
    }

    private void take(EngineEvent event, Sorted sorted) {
        memory.model().apply(event);
        if (event instanceof EngineEvent.Said said) {
            said(said, sorted);
        } else if (event instanceof EngineEvent.Warned warned) {
            sorted.console.addAll(text.plain("Warning: " + warned.text()));
        } else if (event instanceof EngineEvent.BuildFinished build) {
            memory.model().find(build.builder()).ifPresent(builder -> finished(builder, sorted));
        } else if (event instanceof EngineEvent.Hello hello) {
            hello(hello, sorted);
        } else if (event instanceof EngineEvent.Needed needed) {
            memory.progress(memory.progress().withAsked(needed.needs()));
        }
    }

    private void said(EngineEvent.Said said, Sorted sorted) {
        chars += said.text().length();
        if (chars > MOST_TEXT_CHARS) {
            console.once("The output goes on, but it is not shown any more: it has reached " + MOST_TEXT_CHARS
                    + " characters.");
            return;
        }
        if (said.builder().isEmpty()) {
            sorted.console.addAll(text.plain(said.text()));
            return;
        }
        List<String> lines = text.said(said);
        Optional<Builder> builder = text.speaker(said.builder());
        builder.ifPresent(known -> sorted.log(known, lines));
        sorted.console.addAll(text.prefixed(said.builder(), lines));
    }

    private void finished(Builder builder, Sorted sorted) {
        List<String> lines = text.finished(builder);
        sorted.log(builder, lines);
        sorted.console.addAll(text.prefixed(builder.name(), lines));
    }

    private void hello(EngineEvent.Hello hello, Sorted sorted) {
        memory.progress(memory.progress().withHello(hello.pid()));
        if (hello.protocol() > EngineSpecJson.PROTOCOL) {
            sorted.console.add("The engine " + mask.apply(hello.engineVersion()) + " speaks protocol "
                    + hello.protocol() + ", which is newer than " + EngineSpecJson.PROTOCOL
                    + ": what is not known here is left out.");
        }
    }
}
