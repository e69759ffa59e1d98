package io.jenkins.plugins.packerbuild.simulator.ssh;

import io.jenkins.plugins.packerbuild.simulator.jail.JailMode;
import java.nio.file.Path;
import java.util.List;

/**
 * How machines are run.
 *
 * @param sshPort the port of every machine, 0 for any that is free
 * @param sleepFactor what a machine's {@code sleep} divides its time by, 1 for real time
 * @param jails the ways to keep scripts from the real machine, tried in this order
 * @param work a directory for disks and images, made if it is not there and removed at the end
 * @param addressPerMachine whether each machine has an address of its own, as it can on Linux; otherwise one listener
 *     serves all, and a machine is told by the key that is offered
 */
public record HostSettings(
        int sshPort, double sleepFactor, List<JailMode> jails, Path work, boolean addressPerMachine) {

    public HostSettings {
        jails = List.copyOf(jails);
    }

    /** What this computer can do best; scripts never reach it. */
    public static HostSettings of(int sshPort, double sleepFactor, Path work) {
        return new HostSettings(sshPort, sleepFactor, JailMode.SAFE, work, hasLoopbackNetwork());
    }

    /** The same with other jails. */
    public HostSettings withJails(List<JailMode> other) {
        return new HostSettings(sshPort, sleepFactor, other, work, addressPerMachine);
    }

    /** The same with one listener for all machines. */
    public HostSettings withOneListener() {
        return new HostSettings(sshPort, sleepFactor, jails, work, false);
    }

    private static boolean hasLoopbackNetwork() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }
}
