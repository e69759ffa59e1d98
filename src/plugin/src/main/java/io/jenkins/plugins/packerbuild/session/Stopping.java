package io.jenkins.plugins.packerbuild.session;

import io.jenkins.plugins.packerbuild.session.SessionReport.Leftover;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The request to stop, which may come from any thread, and what was done about it by the thread whose turn it is: asked the
 * engine, then killed it.
 */
final class Stopping {

    static final Duration USUAL_GRACE = Duration.ofMinutes(10);

    private final Ticker ticker;
    private volatile @Nullable Request request;
    private @Nullable Duration killedAt;
    private boolean asked;

    Stopping(Ticker ticker) {
        this.ticker = ticker;
    }

    /** What was asked for. */
    private record Request(String why, Duration grace, Duration since, boolean kill) {}

    /** The first request counts; a later one may only shorten the grace. */
    synchronized void cancel(String why, Duration grace) {
        Request before = request;
        Duration now = ticker.uptime();
        if (before == null) {
            request = new Request(why, grace, now, false);
        } else if (now.plus(grace).compareTo(before.since().plus(before.grace())) < 0) {
            request = new Request(before.why(), now.plus(grace).minus(before.since()), before.since(), before.kill());
        }
    }

    /** Its own reason counts: a second abort is not the first. */
    synchronized void kill(String why) {
        Request before = request;
        Duration now = ticker.uptime();
        request = before == null
                ? new Request(why, Duration.ZERO, now, true)
                : new Request(why, before.grace(), before.since(), true);
    }

    /** Goes on with what an earlier driver was asked. */
    void resume(Fields state) {
        String why = state.text("why", ReportJson.MOST);
        if (state.flag("kill")) {
            kill(why);
        } else {
            cancel(why, Duration.ofMillis(Math.max(0, state.number("graceMillis"))));
        }
    }

    boolean isRequested() {
        return request != null;
    }

    boolean isKilled() {
        return killedAt != null;
    }

    /** Whether nobody need wait any longer. */
    boolean isOverdue() {
        Request wanted = request;
        return wanted != null && (wanted.kill() || grace(wanted));
    }

    /** Why, as it was asked. */
    String why() {
        Request wanted = request;
        return wanted == null ? "" : wanted.why();
    }

    /** How long ago the engine was killed. */
    Duration sinceKill() {
        return killedAt == null ? Duration.ZERO : ticker.uptime().minus(killedAt);
    }

    /** Does what is due. */
    void act(SessionHost host, SessionMemory memory, SessionConsole console) throws IOException, InterruptedException {
        Request wanted = request;
        if (wanted == null || killedAt != null) {
            return;
        }
        if (isOverdue()) {
            host.kill();
            killedAt = ticker.uptime();
            console.say(
                    wanted.kill()
                            ? "Killed the engine: " + wanted.why() + "."
                            : "The engine was not done after " + DurationWords.of(wanted.grace()) + ": it is killed.");
            return;
        }
        if (!asked) {
            host.requestCancel();
            asked = true;
            boolean again = memory.stop().isPresent();
            memory.stop(state(wanted));
            if (!again) {
                console.say(words(wanted, memory));
            }
            memory.save();
        }
    }

    private boolean grace(Request wanted) {
        return ticker.uptime().minus(wanted.since()).compareTo(wanted.grace()) >= 0;
    }

    private static Map<String, Object> state(Request wanted) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("why", wanted.why());
        state.put("graceMillis", wanted.grace().toMillis());
        state.put("kill", wanted.kill());
        return state;
    }

    private static List<String> words(Request wanted, SessionMemory memory) {
        List<String> lines = new ArrayList<>();
        lines.add("Stopping: " + wanted.why() + ". The engine cleans up; it has " + DurationWords.of(wanted.grace())
                + " for that.");
        Map<String, String> byBuilder = memory.ledger().open().stream()
                .collect(Collectors.groupingBy(
                        Leftover::builder,
                        TreeMap::new,
                        Collectors.mapping(left -> left.kind() + " " + left.id(), Collectors.joining(", "))));
        byBuilder.forEach((builder, things) -> {
            String name = memory.model().find(builder).isPresent() ? builder : "?";
            lines.add("[" + name + "] ==> To be removed: " + things);
        });
        return lines;
    }
}
