package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** Looks at a running engine: reads what it tells, renews the lease, and notices its end, also a silent one. One thread. */
final class Follower {

    static final int MOST_BYTES = 256 << 10;
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private final SessionPorts ports;
    private final SessionMemory memory;
    private final SessionConsole console;
    private final EventReader reader;
    private final EventTeller teller;
    private final Liveness liveness = new Liveness();
    private final Pace pace = new Pace();
    private final String lease = UUID.randomUUID().toString().substring(0, 8) + " ";
    private long leases;

    Follower(SessionPorts ports, SessionMemory memory, SessionConsole console) {
        this.ports = ports;
        this.memory = memory;
        this.console = console;
        this.reader = new EventReader(memory.progress().offset());
        this.teller = new EventTeller(memory, console, ports.secrets()::mask);
    }

    /**
     * What a look has found.
     *
     * @param over whether the engine has ended and all was read
     * @param again when to look again, when it is not over
     */
    record Found(boolean over, Duration again) {}

    /** The agent could not be reached. */
    void unreachable() {
        liveness.unreachable();
    }

    /** What was read and not saved is read again. */
    void rewind() {
        reader.rewind(memory.progress().offset());
    }

    /** One look. */
    Found look(Stopping stopping, Outage outage) throws IOException, InterruptedException, RecordsException {
        leases++;
        Look look = ports.host().look(new Look.Request(reader.position(), MOST_BYTES, lease + leases));
        outage.end(Outage.place(memory.record()));
        if (!look.exists()) {
            fail("Session directory '" + memory.record().directory() + "' on " + Outage.place(memory.record())
                    + " has vanished, and the engine with it. Keep whatever cleans up there away from it, and build"
                    + " again." + Ending.open(memory));
            return new Found(true, Duration.ZERO);
        }
        liveness.seen(look.heartbeat(), ports.ticker().uptime());
        boolean news = read(look);
        boolean more = look.events().length > 0 && reader.position() < look.eventsLength();
        boolean ended = !memory.progress().exit().isEmpty();
        if (!look.exit().isBlank() && !ended) {
            // Written after the last event, but perhaps read before it: one more look.
            memory.progress(memory.progress().withExit(CleanText.name(look.exit())));
            return new Found(false, Duration.ZERO);
        }
        boolean over = !more && (ended || isDead(stopping));
        return new Found(over, pace.after(more, news));
    }

    private boolean read(Look look) throws IOException, InterruptedException, RecordsException {
        byte[] bytes = look.events().length > MOST_BYTES ? Arrays.copyOf(look.events(), MOST_BYTES) : look.events();
        EventReader.Batch batch = reader.take(bytes, Math.max(0, look.eventsLength()));
        if (batch.shorter()) {
            console.once("The engine's events.jsonl has become shorter; what is behind its new end is read.");
        }
        if (batch.tooLong()) {
            console.once("A line of the engine's events.jsonl is longer than " + EventReader.MOST_LINE_BYTES
                    + " bytes; it is left out.");
        }
        if (batch.lines().isEmpty() && !batch.shorter()) {
            return false;
        }
        take(batch);
        memory.saveSoon();
        return true;
    }

    private void take(EventReader.Batch batch) throws IOException, InterruptedException, RecordsException {
        try {
            teller.take(batch.lines(), reader.offset(), ports.host());
        } catch (RecordsException | IOException e) {
            rewind();
            throw e;
        }
    }

    /** Whether the engine has ended without a word. */
    private boolean isDead(Stopping stopping) throws IOException, InterruptedException {
        Progress progress = memory.progress();
        if (stopping.isKilled()) {
            return stopping.sinceKill().compareTo(AFTER_KILL) > 0;
        }
        if (!progress.greeted() && liveness.isUnborn()) {
            fail("Could not start engine on " + Outage.place(memory.record()) + ": there was no sign of it for "
                    + Liveness.START.toSeconds() + " seconds. See whether the agent can start processes, and build"
                    + " again." + Ending.open(memory));
            ports.host().kill();
            return true;
        }
        if (!liveness.isSilent()) {
            return false;
        }
        if (progress.pid() > 0 && ports.host().isAlive(progress.pid())) {
            liveness.alive();
            return false;
        }
        return true;
    }

    private void fail(String sentence) {
        if (memory.progress().failure().isEmpty()) {
            memory.progress(memory.progress().withFailure(sentence));
        }
    }
}
