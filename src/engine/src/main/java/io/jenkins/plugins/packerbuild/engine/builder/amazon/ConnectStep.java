package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;
import java.util.function.Supplier;

/** Reaches the machine. */
record ConnectStep(Site site, CommunicatorSettings settings, KeyAccess key, Supplier<String> address)
        implements Step<Communicator> {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "StepConnect";
    }

    @Override
    public Communicator run(BuildScope scope) {
        ConnectionTarget target = new ConnectionTarget(address, key.authentication(), settings);
        Communicator communicator = site.context().connector().connect(target, scope.narrator(), scope.cancellation());
        scope.onCleanup("connection", CLOSE_LIMIT, cancellation -> communicator.close());
        return communicator;
    }
}
