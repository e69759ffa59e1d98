package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Virtual time for several threads that wait: exactly one of them runs at a time, and time goes on to the earliest sleeper
 * when it sleeps or ends. So a test with threads has one outcome. Limits set by {@link #cancelAfter} never fire.
 */
public final class SharedVirtualClock implements Clock {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private record Asleep(Duration until, long number, CountDownLatch awake) {}

    /** Guarded by this, as is what follows. */
    private final PriorityQueue<Asleep> asleep =
            new PriorityQueue<>(Comparator.comparing(Asleep::until).thenComparing(Asleep::number));

    private Duration passed = Duration.ZERO;
    private long number;

    /** Runs the tasks, each on a thread of its own and so much later than the one before, and returns when all have ended. */
    public void runAll(List<Runnable> tasks, Duration apart) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Runnable task = tasks.get(i);
            Asleep start = add(passed.plus(apart.multipliedBy(i)));
            threads.add(new Thread(() -> {
                await(start);
                try {
                    task.run();
                } finally {
                    wakeNext();
                }
            }));
        }
        threads.forEach(Thread::start);
        wakeNext();
        threads.forEach(SharedVirtualClock::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Asleep add(Duration until) {
        Asleep sleeper = new Asleep(until, number++, new CountDownLatch(1));
        asleep.add(sleeper);
        return sleeper;
    }

    private synchronized void wakeNext() {
        Asleep next = asleep.poll();
        if (next != null) {
            passed = next.until.compareTo(passed) > 0 ? next.until : passed;
            next.awake.countDown();
        }
    }

    private static void await(Asleep sleeper) {
        try {
            sleeper.awake.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        if (duration.isNegative() || duration.isZero()) {
            return;
        }
        Asleep sleeper = add(uptime().plus(duration));
        wakeNext();
        await(sleeper);
        cancellation.throwIfCancelled();
    }

    @Override
    public Cancellation.Registration cancelAfter(Duration limit, Cancellation cancellation, String why) {
        return () -> {};
    }

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized Duration uptime() {
        return passed;
    }
}
