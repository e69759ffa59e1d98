package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The turns of one session, by its phase. Used by the thread whose turn it is. */
final class SessionTurns {

    /** No turn is kept while another session brings the engine, so that an abort is heard, and others get theirs. */
    private static final Duration WHILE_BUSY = Duration.ofSeconds(1);

    private final SessionPorts ports;
    private final SessionMemory memory;
    private final SessionConsole console;
    private final Stopping stopping;
    private final Follower follower;
    private final Answering answering;
    private final Ending ending;
    private boolean launched;

    private SessionTurns(SessionPorts ports, SessionMemory memory, SessionConsole console, Stopping stopping) {
        this.ports = ports;
        this.memory = memory;
        this.console = console;
        this.stopping = stopping;
        this.follower = new Follower(ports, memory, console);
        this.answering = new Answering(ports, memory, console);
        this.ending = new Ending(ports, memory, console, stopping);
    }

    /** Goes on with what was saved last. */
    static SessionTurns load(SessionRecord record, SessionPorts ports, SessionConsole console, Stopping stopping)
            throws RecordsException {
        SessionTurns turns = new SessionTurns(ports, SessionMemory.load(record, ports), console, stopping);
        if (!stopping.isRequested()) {
            turns.memory.stop().ifPresent(stopping::resume);
        }
        turns.answering.recall();
        return turns;
    }

    /**
     * What a turn has brought.
     *
     * @param next when the next is due; empty when all is over
     * @param outcome how it ended; null before the end
     */
    record Turn(Optional<Duration> next, @Nullable SessionOutcome outcome) {
        static Turn again(Duration next) {
            return new Turn(Optional.of(next), null);
        }

        static Turn over(SessionOutcome outcome) {
            return new Turn(Optional.empty(), outcome);
        }
    }

    SessionMemory memory() {
        return memory;
    }

    /** The report of a session of which nothing could be remembered. */
    static SessionReport broken(SessionRecord record, String failure) {
        Model model = new Model(Model.nothing(record), line -> line);
        model.conclude(SessionReport.Status.FAILED, List.of(failure), List.of());
        return model.report(List.of(), builder -> 0);
    }

    /** One turn. */
    Turn take(Outage outage) throws IOException, InterruptedException, RecordsException {
        return switch (memory.record().phase()) {
            case PREPARING -> prepare(outage);
            case LAUNCHING, RUNNING -> follow(outage);
            case FINISHING -> Turn.over(ending.ofResult());
            case ENDED ->
                Turn.over(new SessionOutcome(memory.report(), memory.progress().failure(), false));
        };
    }

    /** The agent could not be reached. */
    void unreachable() {
        follower.unreachable();
    }

    /** The end without the agent. */
    SessionOutcome end(String failure, boolean agentGone) {
        boolean begun = memory.record().phase() != Phase.PREPARING;
        return ending.without(begun ? failure + Ending.open(memory) : failure, agentGone);
    }

    private Turn prepare(Outage outage) throws IOException, InterruptedException, RecordsException {
        if (stopping.isRequested()) {
            console.say("Stopped before the engine was started: " + stopping.why() + ".");
            return Turn.over(ending.without("", false));
        }
        try {
            ports.host().prepare(spec());
        } catch (SessionHost.BusyException e) {
            return Turn.again(WHILE_BUSY);
        }
        outage.end(Outage.place(memory.record()));
        if (memory.record().purpose() == Purpose.CLEANUP) {
            try {
                answering.answer(new SessionSecrets.Needs(List.of(), List.of()));
            } catch (SessionException e) {
                return Turn.over(ending.without(RecordsException.words(e) + ".", false));
            }
        }
        memory.phase(Phase.LAUNCHING);
        ports.host().launch();
        launched = true;
        return Turn.again(Pace.BUSY);
    }

    private byte[] spec() throws RecordsException {
        try {
            return ports.registry().spec(memory.record().id());
        } catch (IOException e) {
            throw new RecordsException(memory.record().id(), e);
        }
    }

    private Turn follow(Outage outage) throws IOException, InterruptedException, RecordsException {
        relaunch();
        stopping.act(ports.host(), memory, console);
        Follower.Found found = follower.look(stopping, outage);
        if (memory.progress().greeted() && memory.record().phase() == Phase.LAUNCHING) {
            memory.phase(Phase.RUNNING);
        }
        if (found.over()) {
            memory.save();
            memory.phase(Phase.FINISHING);
            return Turn.over(ending.ofResult());
        }
        answer();
        return Turn.again(found.again());
    }

    /** A launch that was interrupted by a restart is done again; the agent sees to it that nothing starts twice. */
    private void relaunch() throws IOException, InterruptedException {
        Progress progress = memory.progress();
        boolean unknown = !progress.greeted() && progress.exit().isEmpty();
        if (!launched && unknown && memory.record().phase() == Phase.LAUNCHING) {
            ports.host().launch();
        }
        launched = true;
    }

    private void answer() throws IOException, InterruptedException, RecordsException {
        try {
            answering.answerIfAsked();
        } catch (SessionException e) {
            String sentence = RecordsException.words(e) + ".";
            console.say(sentence);
            memory.progress(memory.progress().withAnswered().withFailure(sentence));
            stopping.cancel("it cannot go on", Stopping.USUAL_GRACE);
            memory.save();
        }
    }
}
