package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;

/** Connects by SSH. One for all builds of a process, so that they do not crowd a host. Safe for use by several threads. */
public final class SshConnector implements Connector {

    private final Clock clock;
    private final HandshakeSlots slots;

    /** Measures and waits by that clock. */
    public SshConnector(Clock clock) {
        this.clock = clock;
        this.slots = new HandshakeSlots(clock);
    }

    @Override
    public Communicator connect(ConnectionTarget target, Narrator narrator, Cancellation cancellation) {
        SshLogin login = SshLogin.of(target);
        HostKeyPin pin = new HostKeyPin();
        Reconnection way = wanted -> new SshWait(login, pin, slots, clock).await(wanted);
        narrator.say("Using ssh communicator to connect: " + target.host().get());
        narrator.say("Waiting for SSH to become available...");
        SshLink link = way.open(cancellation);
        Duration pause = target.settings().patience().pauseBeforeConnecting();
        if (!pause.isZero() && !pause.isNegative()) {
            link.close();
            narrator.say("Pausing " + Durations.text(pause) + " before connecting...");
            clock.sleep(pause, cancellation);
            link = way.open(cancellation);
        }
        narrator.say("Connected to SSH!");
        return new SshCommunicator(login, link, way, clock);
    }

    /** How a lost connection is made again. */
    @FunctionalInterface
    interface Reconnection {
        SshLink open(Cancellation cancellation);
    }
}
