package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.build.Components;
import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.communicator.none.NoneConnector;
import io.jenkins.plugins.packerbuild.engine.communicator.ssh.SshConnector;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.List;

/** Which implementation stands behind which port: the only list of them. */
final class Wiring {

    private Wiring() {}

    /** The builder and provisioner types of this engine, fresh for one run. */
    static Components components() {
        return new Components(List.of(), List.of());
    }

    /** Who removes what a dead run has left, by provider. */
    static List<ResourceCleaner> cleaners() {
        return List.of();
    }

    /** Reaches machines in the way that the template wants. */
    static Connector connector(Clock clock) {
        Connector ssh = new SshConnector(clock);
        Connector none = new NoneConnector();
        return (target, narrator, cancellation) -> {
            boolean reachable = target.settings().kind() == CommunicatorSettings.Kind.SSH;
            return (reachable ? ssh : none).connect(target, narrator, cancellation);
        };
    }
}
