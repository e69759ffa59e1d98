package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import net.schmizz.sshj.SSHClient;
import org.jspecify.annotations.Nullable;

/** One connection with a login: two threads, the reader and the keep-alive. Safe for use by several threads. */
final class SshLink implements AutoCloseable {

    private static final int ANSWER_MILLIS = 30_000;

    private final SSHClient client;
    private final TrackedSockets sockets;

    private SshLink(SSHClient client, TrackedSockets sockets) {
        this.client = client;
        this.sockets = sockets;
    }

    /**
     * One try, which a cancel ends at once.
     *
     * @param patience for the answer to the first packet
     * @throws IOException when it failed for whatever reason, also by the cancel
     */
    static SshLink open(SshLogin login, String host, HostKeyPin pin, Duration patience, Cancellation cancellation)
            throws IOException {
        SSHClient client = new SSHClient(SshConfig.shared());
        TrackedSockets sockets = new TrackedSockets();
        SshLink link = new SshLink(client, sockets);
        client.setSocketFactory(sockets);
        client.setConnectTimeout(Math.max(1, (int) patience.toMillis()));
        client.setTimeout(ANSWER_MILLIS);
        client.getTransport().setTimeoutMs(ANSWER_MILLIS);
        client.getConnection().setTimeoutMs(ANSWER_MILLIS);
        client.getConnection().getKeepAlive().setKeepAliveInterval(keepAliveSeconds(login));
        client.addHostKeyVerifier(pin);
        try (Cancellation.Registration ignored = cancellation.onCancel(link::abort)) {
            client.connect(host, login.port());
            client.auth(login.user(), login.methods());
            pin.pin();
            return link;
        } catch (IOException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    private static int keepAliveSeconds(SshLogin login) {
        Duration interval = login.settings().patience().keepAlive();
        return interval.isNegative() ? 0 : (int) Math.min(3600, Math.ceil(interval.toMillis() / 1000.0));
    }

    /** A new channel; an exception means that this link is of no more use. */
    CommandChannel channel(boolean pty) throws IOException {
        return CommandChannel.open(client.getConnection(), pty);
    }

    SSHClient client() {
        return client;
    }

    /** Cuts the connection without a word, which wakes every thread that waits for it. */
    void abort() {
        sockets.close();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            abort();
        }
        abort();
    }

    /** Makes one socket without delay, and can close it from another thread at any time. */
    private static final class TrackedSockets extends SocketFactory {

        private final AtomicReference<@Nullable Socket> last = new AtomicReference<>();

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            last.set(socket);
            return socket;
        }

        void close() {
            Socket socket = last.get();
            if (socket == null) {
                return;
            }
            try {
                socket.close();
            } catch (IOException e) {
                last.compareAndSet(socket, null);
            }
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("sshj connects its sockets itself");
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress local, int localPort) {
            throw new UnsupportedOperationException("sshj connects its sockets itself");
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) {
            throw new UnsupportedOperationException("sshj connects its sockets itself");
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port, java.net.InetAddress local, int localPort) {
            throw new UnsupportedOperationException("sshj connects its sockets itself");
        }
    }
}
