package io.jenkins.plugins.packerbuild.simulator.machine;

/**
 * Runs the simulated machines of all clouds. Safe for use by several threads at once.
 *
 * <p>A host knows nothing of latencies: the cloud decides when a machine begins to accept connections and says so with
 * {@link Machine#acceptConnections()}.
 */
public interface MachineHost extends AutoCloseable {

    /**
     * Switches a new machine on. It has its address and its disk when this returns, and refuses connections until
     * {@link Machine#acceptConnections()}, as a real machine does while it boots.
     *
     * @throws java.io.UncheckedIOException if no address or no disk is to be had
     */
    Machine boot(MachineSpec spec);

    /** The one port on which every machine serves SSH, on its own address. */
    int sshPort();

    /** Destroys every machine that is left and removes all disks and disk images. */
    @Override
    void close();
}
