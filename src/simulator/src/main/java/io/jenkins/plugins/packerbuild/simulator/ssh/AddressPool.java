package io.jenkins.plugins.packerbuild.simulator.ssh;

import java.util.ArrayDeque;
import java.util.Deque;

/** Addresses of 127.18.0.0/16, one per machine. Safe for use by several threads at once. */
final class AddressPool {

    /** Never given to a machine: it keeps the port for this run. */
    static final String RESERVED = "127.18.0.1";

    private static final int FIRST = 2;
    private static final int LAST = 0xfffe;

    private final Deque<String> free = new ArrayDeque<>();
    private int next = FIRST;

    synchronized String take() {
        if (!free.isEmpty()) {
            return free.removeFirst();
        }
        if (next > LAST) {
            throw new IllegalStateException("all " + LAST + " addresses are in use");
        }
        int number = next++;
        return "127.18." + (number >> 8) + "." + (number & 0xff);
    }

    synchronized void giveBack(String address) {
        free.addLast(address);
    }
}
