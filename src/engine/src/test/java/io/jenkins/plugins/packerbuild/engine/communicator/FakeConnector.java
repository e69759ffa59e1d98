package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.util.ArrayList;
import java.util.List;

/** Connects at once to a machine of the test, and keeps the targets. */
public final class FakeConnector implements Connector {

    private final Communicator communicator;
    private final List<ConnectionTarget> targets = new ArrayList<>();

    /** Always gives this one. */
    public FakeConnector(Communicator communicator) {
        this.communicator = communicator;
    }

    /** In order. */
    public List<ConnectionTarget> targets() {
        return List.copyOf(targets);
    }

    @Override
    public Communicator connect(ConnectionTarget target, Narrator narrator, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        targets.add(target);
        narrator.say("Using ssh communicator to connect: " + target.host().get());
        narrator.say("Waiting for SSH to become available...");
        narrator.say("Connected to SSH!");
        return communicator;
    }
}
