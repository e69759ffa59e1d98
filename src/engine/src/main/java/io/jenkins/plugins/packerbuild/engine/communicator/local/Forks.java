package io.jenkins.plugins.packerbuild.engine.communicator.local;

import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps the writing of scripts and the start of processes apart. A process that starts while a script is being written
 * holds the script's file open for a moment, and whoever runs the script just then is told {@code Text file busy}. Safe
 * for use by several threads.
 */
final class Forks {

    private static final ReadWriteLock GATE = new ReentrantReadWriteLock(true);

    /** Work that may fail with an {@link IOException}. */
    interface Work<T> {
        T run() throws IOException;
    }

    private Forks() {}

    /** Starts a process; several may start together. */
    static Process start(ProcessBuilder builder) throws IOException {
        return holding(GATE.readLock(), builder::start);
    }

    /** Writes a file that will be run; nothing starts meanwhile. */
    static <T> T write(Work<T> work) throws IOException {
        return holding(GATE.writeLock(), work);
    }

    private static <T> T holding(Lock lock, Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
