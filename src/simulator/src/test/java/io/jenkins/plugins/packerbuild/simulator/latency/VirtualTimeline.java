package io.jenkins.plugins.packerbuild.simulator.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A timeline that a test moves. Events run on the thread that moves it, in the order of their time. */
public final class VirtualTimeline implements Timeline {

    private final Queue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::when).thenComparing(Event::number));
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private long numbers;

    private record Event(Instant when, long number, Runnable what) {}

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable event) {
        events.add(new Event(now.plus(delay), numbers++, event));
    }

    /** Lets so much time pass, with all that happens in it. */
    public void advance(Duration duration) {
        Instant end = now().plus(duration);
        for (Event event = next(end); event != null; event = next(end)) {
            event.what().run();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Event next(Instant end) {
        Event event = events.peek();
        if (event == null || event.when().isAfter(end)) {
            now = end;
            return null;
        }
        now = event.when();
        return events.poll();
    }
}
