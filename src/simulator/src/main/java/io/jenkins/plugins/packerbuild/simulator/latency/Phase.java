package io.jenkins.plugins.packerbuild.simulator.latency;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one table of how long a real cloud takes, at factor 1. The figures are round ones for small machines with small
 * disks; what counts is their ratio.
 */
public enum Phase {
    /** From RunInstances to {@code running}. */
    INSTANCE_RUNNING(15),
    /** From {@code running} to the first SSH connection. */
    INSTANCE_SSH(12),
    /** From StopInstances to {@code stopped}. */
    INSTANCE_STOPPED(15),
    /** From TerminateInstances to {@code terminated}. */
    INSTANCE_TERMINATED(20),
    /** From CreateImage to {@code available}. */
    AMI_AVAILABLE(60),
    /** From CopyImage to {@code available}. */
    AMI_COPIED(90),
    /** From the creation of a droplet to {@code active}. */
    DROPLET_ACTIVE(20),
    /** From {@code active} to the first SSH connection. */
    DROPLET_SSH(10),
    /** From the shutdown action to {@code off}. */
    DROPLET_SHUTDOWN(10),
    /** From the power_off action to {@code off}. */
    DROPLET_POWER_OFF(4),
    /** From the snapshot action to {@code completed}. */
    DROPLET_SNAPSHOT(60),
    /** From the transfer action to {@code completed}. */
    IMAGE_TRANSFERRED(90);

    private final Duration real;

    Phase(int seconds) {
        this.real = Duration.ofSeconds(seconds);
    }

    /** How long it takes at factor 1. */
    public Duration real() {
        return real;
    }

    /** The name in options, as {@code ami-available}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of all phases. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Phase::label).toList();
    }

    /** The phase of that name; empty if there is none. */
    public static Optional<Phase> parse(String name) {
        return Arrays.stream(values())
                .filter(phase -> phase.label().equals(name))
                .findFirst();
    }
}
