package io.jenkins.plugins.packerbuild.simulator.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** One SSH server on as many addresses as there are machines. */
final class MachineServer extends SshServer {

    private static final Duration NEVER = Duration.ZERO;
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofDays(1);

    static MachineServer create(MachineDirectory machines, ExecutorService threads) {
        MachineServer server = (MachineServer)
                ServerBuilder.builder().factory(MachineServer::new).build();
        server.setKeyPairProvider(new HostKeys(machines));
        server.setPublickeyAuthenticator(
                (login, key, session) -> machines.tell(session, login, key).isPresent());
        server.setPasswordAuthenticator((login, password, session) ->
                machines.tell(session, login, password).isPresent());
        server.setChannelFactories(List.of(new MachineChannelFactory()));
        server.setFileSystemFactory(new MachineFiles(machines));
        MachineCommands commands = new MachineCommands(machines, threads);
        server.setCommandFactory(commands);
        server.setShellFactory(commands);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setTimeouts();
        return server;
    }

    /** As OpenSSH: an idle connection stays, a closed channel is closed at once, a slow reader is waited for. */
    private void setTimeouts() {
        CoreModuleProperties.IDLE_TIMEOUT.set(this, NEVER);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(this, NEVER);
        CoreModuleProperties.COMMAND_EXIT_TIMEOUT.set(this, AT_ONCE);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(this, LONG);
        CoreModuleProperties.SOCKET_BACKLOG.set(this, 128);
        CoreModuleProperties.TCP_NODELAY.set(this, true);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(this, "OpenSSH_9.6p1 Ubuntu-3ubuntu13");
    }

    void open(String address, int port) throws IOException {
        setHost(address);
        setPort(port);
        start();
    }

    void listen(String address) throws IOException {
        acceptor.bind(new InetSocketAddress(address, getPort()));
    }

    void unlisten(String address) {
        acceptor.unbind(new InetSocketAddress(address, getPort()));
    }

    void drop(Predicate<SessionContext> which) {
        for (AbstractSession session : getActiveSessions()) {
            if (which.test(session)) {
                session.close(true);
            }
        }
    }

    /** Every machine has its own host key; where they share a listener, the first that is left serves for all. */
    private record HostKeys(MachineDirectory machines) implements KeyPairProvider {

        @Override
        public Iterable<KeyPair> loadKeys(SessionContext session) {
            return machines.of(session)
                    .or(() -> machines.all().stream()
                            .filter(SimulatedMachine::sharesAddress)
                            .findFirst())
                    .map(machine -> List.of(machine.hostKey()))
                    .orElse(List.of());
        }
    }
}
