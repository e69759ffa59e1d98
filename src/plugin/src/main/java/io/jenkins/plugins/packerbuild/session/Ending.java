package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Takes over what an engine has left at its end, and makes the outcome of it. One thread. */
final class Ending {

    private static final Logger LOG = Logger.getLogger(Ending.class.getName());

    private final SessionPorts ports;
    private final SessionMemory memory;
    private final SessionConsole console;
    private final Stopping stopping;

    Ending(SessionPorts ports, SessionMemory memory, SessionConsole console, Stopping stopping) {
        this.ports = ports;
        this.memory = memory;
        this.console = console;
        this.stopping = stopping;
    }

    /** The process is over: its result, its ledger and, when it has died, its last words. */
    SessionOutcome ofResult() throws IOException, InterruptedException, RecordsException {
        if (isOver(memory.report().status())) {
            // All of it was done and told by a driver that has not come to remember that.
            return ended(false);
        }
        byte[] json = ports.host().read("result.json", EngineResult.MOST_BYTES + 1);
        copyLedger();
        Optional<EngineResult> result = result(json);
        result.ifPresent(this::sayWhatIsMissing);
        String failure = memory.progress().failure();
        if (failure.isEmpty() && result.isEmpty() && memory.record().purpose() != Purpose.CLEANUP) {
            failure = death();
        }
        return conclude(result, failure, false);
    }

    /** A disk that was full to the end leaves no later event whose number shows the gap. */
    private void sayWhatIsMissing(EngineResult result) {
        boolean missing = result.builders().stream()
                .filter(builder -> builder.status() == Status.SUCCEEDED || builder.status() == Status.FAILED)
                .anyMatch(builder -> memory.model()
                        .find(builder.name())
                        .filter(known -> isOver(known.status()))
                        .isEmpty());
        if (missing) {
            console.once(EventTeller.GAP);
        }
    }

    /** Nothing more can be had from the agent. */
    SessionOutcome without(String failure, boolean agentGone) {
        return conclude(Optional.empty(), failure, agentGone);
    }

    /** What the copied ledger has open, as the end of a sentence; empty when nothing. */
    static String open(SessionMemory memory) {
        String things = memory.ledger().open().stream()
                .limit(ReportJson.MOST)
                .map(left -> left.kind() + " " + left.id() + " of " + left.builder())
                .collect(Collectors.joining(", "));
        return things.isEmpty()
                ? " Nothing is known to be left in a cloud."
                : " Left in a cloud: " + things + ". Jenkins goes on trying to remove that.";
    }

    private void copyLedger() throws IOException, InterruptedException, RecordsException {
        byte[] ledger = ports.host().read("ledger.jsonl", LedgerCopy.MOST_BYTES);
        List<String> news = memory.ledger().news(ledger);
        if (!news.isEmpty()) {
            memory.beginLedger(LedgerCopy.runIdOf(ledger));
            List<String> masked = new ArrayList<>();
            for (String line : news) {
                masked.add(LedgerEntry.line(Json.read(line), ports.secrets()::mask));
            }
            memory.ledger(masked);
        }
    }

    private Optional<EngineResult> result(byte[] json) {
        if (json.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(EngineResult.read(json));
        } catch (IOException e) {
            console.say("Could not read result.json of the engine: " + RecordsException.words(e)
                    + ". What the build log says is all that is known.");
            return Optional.empty();
        }
    }

    private String death() throws IOException, InterruptedException {
        if (stopping.isKilled()) {
            return "The engine was killed: " + stopping.why() + "." + open(memory);
        }
        byte[] end = ports.host().tail("engine.log", CrashWords.MOST_TAIL_BYTES);
        String tail = new String(end, StandardCharsets.UTF_8);
        console.say(CrashWords.lastLines(tail));
        return CrashWords.sentence(
                        Outage.place(memory.record()), memory.progress().exit(), tail)
                + open(memory);
    }

    private SessionOutcome conclude(Optional<EngineResult> result, String failure, boolean agentGone) {
        Model model = memory.model();
        result.ifPresent(model::take);
        Status status = status(result, failure);
        model.settle(status);
        model.conclude(
                status,
                errors(result, failure),
                result.map(EngineResult::problems).orElse(List.of()));
        memory.progress(memory.progress().withFailure(failure));
        SessionReport report = memory.refresh();
        console.say(ClosingWords.of(memory.record().purpose(), report, failure));
        memory.save();
        return ended(agentGone);
    }

    private SessionOutcome ended(boolean agentGone) {
        memory.logs().pack();
        try {
            memory.phase(Phase.ENDED);
        } catch (RecordsException e) {
            LOG.log(Level.WARNING, e.getMessage(), e);
        }
        return new SessionOutcome(memory.report(), memory.progress().failure(), agentGone);
    }

    private Status status(Optional<EngineResult> result, String failure) {
        boolean cleanup = memory.record().purpose() == Purpose.CLEANUP;
        boolean success = result.map(EngineResult::success)
                .orElse(cleanup && memory.progress().exit().equals("0"));
        if (success && failure.isEmpty() && memory.ledger().open().isEmpty()) {
            return Status.SUCCEEDED;
        }
        // The session cancels the engine itself when a secret cannot be had: that is a failure.
        boolean asked = stopping.isRequested() && memory.progress().failure().isEmpty();
        boolean cancelled = result.map(EngineResult::cancelled).orElse(false)
                && memory.progress().failure().isEmpty();
        return asked || cancelled ? Status.CANCELLED : Status.FAILED;
    }

    private List<String> errors(Optional<EngineResult> result, String failure) {
        List<String> errors = new ArrayList<>(result.map(EngineResult::errors).orElseGet(this::errorsOfBuilders));
        if (!failure.isEmpty()) {
            errors.add(failure);
        }
        if (errors.isEmpty() && !memory.ledger().open().isEmpty()) {
            errors.add("Something is left in the cloud.");
        }
        return errors;
    }

    private List<String> errorsOfBuilders() {
        return memory.model().builders().stream()
                .filter(builder -> builder.status() == Status.FAILED)
                .map(builder -> builder.name() + ": " + builder.error())
                .toList();
    }

    private static boolean isOver(Status status) {
        return status != Status.WAITING && status != Status.RUNNING;
    }
}
