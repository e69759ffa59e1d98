package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;

/** Waits until the machine of a builder lets us in. The connection ends with the build. */
public final class ConnectStep implements Step<Communicator> {

    private static final Duration CLEANUP_LIMIT = Duration.ofSeconds(30);

    private final Connector connector;
    private final ConnectionTarget target;

    /**
     * To one machine.
     *
     * @param connector reaches it
     * @param target where it is, and who logs in
     */
    public ConnectStep(Connector connector, ConnectionTarget target) {
        this.connector = connector;
        this.target = target;
    }

    @Override
    public String name() {
        return "StepConnect";
    }

    @Override
    public Communicator run(BuildScope scope) {
        Communicator communicator = connector.connect(target, scope.narrator(), scope.cancellation());
        scope.onCleanup("connection", CLEANUP_LIMIT, cancellation -> communicator.close());
        return communicator;
    }
}
