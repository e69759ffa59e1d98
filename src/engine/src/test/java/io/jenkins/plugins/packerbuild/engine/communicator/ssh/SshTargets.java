package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings.Kind;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings.Login;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings.Patience;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import java.time.Duration;
import java.util.Optional;

/** Targets at 127.0.0.1 as the current user. */
final class SshTargets {

    static final Patience PATIENCE = new Patience(Duration.ofMinutes(5), 10, Duration.ofSeconds(5), Duration.ZERO);

    private SshTargets() {}

    static ConnectionTarget of(OpenSshServer server) {
        return of(server.port(), Authentication.byKey(server.clientKey().privateKey()), PATIENCE, false);
    }

    static ConnectionTarget withPty(OpenSshServer server) {
        return of(server.port(), Authentication.byKey(server.clientKey().privateKey()), PATIENCE, true);
    }

    static ConnectionTarget of(int port, Authentication authentication, Patience patience, boolean pty) {
        Login login =
                new Login(Optional.empty(), port, System.getProperty("user.name"), Optional.empty(), Optional.empty());
        CommunicatorSettings settings = new CommunicatorSettings(Kind.SSH, login, patience, pty, false);
        return new ConnectionTarget(() -> "127.0.0.1", authentication, settings);
    }
}
