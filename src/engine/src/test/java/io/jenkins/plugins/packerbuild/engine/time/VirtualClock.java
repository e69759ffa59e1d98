package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that passes only when somebody sleeps: a sleep returns at once and turns the clock by its length. Hooks run when
 * their moment is reached, on the thread that sleeps. For tests with one thread that waits.
 */
public final class VirtualClock implements Clock {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private record Hook(Duration at, Runnable action) {}

    private final List<Hook> hooks = new ArrayList<>();
    private final List<Duration> sleeps = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    /** Runs the action when so much time has passed since the clock was made. */
    public synchronized void at(Duration moment, Runnable action) {
        hooks.add(new Hook(moment, action));
    }

    /** Every sleep so far, in order. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    @Override
    public Cancellation.Registration cancelAfter(Duration limit, Cancellation cancellation, String why) {
        Hook hook = new Hook(uptime().plus(limit), () -> cancellation.cancel(why));
        synchronized (this) {
            hooks.add(hook);
        }
        return () -> forget(hook);
    }

    private synchronized void forget(Hook hook) {
        hooks.remove(hook);
    }

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized Duration uptime() {
        return passed;
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        if (duration.isNegative() || duration.isZero()) {
            return;
        }
        List<Hook> due;
        synchronized (this) {
            sleeps.add(duration);
            passed = passed.plus(duration);
            due = hooks.stream()
                    .filter(hook -> hook.at().compareTo(passed) <= 0)
                    .toList();
            hooks.removeAll(due);
        }
        due.forEach(hook -> hook.action().run());
        cancellation.throwIfCancelled();
    }
}
