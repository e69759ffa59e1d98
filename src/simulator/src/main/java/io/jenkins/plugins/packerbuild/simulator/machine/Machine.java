package io.jenkins.plugins.packerbuild.simulator.machine;

/**
 * One machine that has been switched on. The order of its life is {@code boot}, {@link #acceptConnections()},
 * {@link #stop()}, {@link #snapshot()} (also while it runs), {@link #destroy()}; a call that comes twice changes nothing.
 * Safe for use by several threads at once.
 */
public interface Machine {

    /**
     * Where the machine is reached: an address of its own out of 127.0.0.0/8 on Linux, the one listener's address
     * elsewhere. It stays the same until {@link #destroy()}.
     */
    String address();

    /** The SSH server is up from now on. Called by the cloud when the machine's simulated boot time is over. */
    void acceptConnections();

    /** Switches the machine off: connections are closed, processes killed, new connections refused; the disk stays. */
    void stop();

    /** Copies the disk as it is now. */
    DiskImage snapshot();

    /** Switches the machine off, if it is on, and gives up its address and its disk. Images taken from it stay. */
    void destroy();
}
