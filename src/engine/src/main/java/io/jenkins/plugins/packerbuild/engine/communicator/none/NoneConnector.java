package io.jenkins.plugins.packerbuild.engine.communicator.none;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;

/** Connects to nothing, at once and without a word. Stateless; safe for use by several threads. */
public final class NoneConnector implements Connector {

    @Override
    public Communicator connect(ConnectionTarget target, Narrator narrator, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return new NoneCommunicator();
    }
}
