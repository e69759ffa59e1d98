package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** At most 8 handshakes at a time with one host and port: sshd drops connections beyond 10. Safe for several threads. */
final class HandshakeSlots {

    private static final int MOST = 8;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();
    private final Clock clock;

    HandshakeSlots(Clock clock) {
        this.clock = clock;
    }

    /** A place that is given back by closing it. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a free one. */
    Slot take(String host, int port, Cancellation cancellation) {
        Semaphore semaphore = slots.computeIfAbsent(host + " " + port, key -> new Semaphore(MOST));
        while (!semaphore.tryAcquire()) {
            clock.sleep(PAUSE, cancellation);
        }
        return semaphore::release;
    }
}
