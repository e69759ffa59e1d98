package io.jenkins.plugins.packerbuild.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The real thing. */
enum SystemClock implements Clock {
    INSTANCE;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, SystemClock::daemon);

    SystemClock() {
        timer.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Cancellation.Registration cancelAfter(Duration limit, Cancellation cancellation, String why) {
        Future<?> alarm = timer.schedule(() -> cancellation.cancel(why), limit.toNanos(), TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        if (cancellation.awaitCancelled(duration)) {
            cancellation.throwIfCancelled();
        }
    }
}
