package io.jenkins.plugins.packerbuild.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a cloud's endpoint, hands on every byte as it comes, and remembers when the first request began. Closed,
 * it breaks all connections.
 */
final class FirstCallRelay implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final URI target;
    private final ServerSocket listener;
    private final ExecutorService threads;
    private final AtomicReference<@Nullable Long> firstCall = new AtomicReference<>();

    private FirstCallRelay(URI target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "relay");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to listen on a free port. */
    static FirstCallRelay before(URI target) throws IOException {
        FirstCallRelay relay = new FirstCallRelay(target);
        relay.threads.execute(relay::accept);
        return relay;
    }

    /** Where the program that is measured finds the cloud. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The {@link System#nanoTime()} at which the first byte of the first request came; empty if none has come. */
    Optional<Long> firstCallNanos() {
        return Optional.ofNullable(firstCall.get());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                // Closed from outside: the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket cloud = new Socket(target.getHost(), target.getPort())) {
            client.setTcpNoDelay(true);
            cloud.setTcpNoDelay(true);
            threads.execute(() -> pass(cloud, client, false));
            pass(client, cloud, true);
        } catch (IOException e) {
            // One side is gone: closing the other tells it so.
        }
    }

    private void pass(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (requests) {
                    firstCall.compareAndSet(null, System.nanoTime());
                }
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is gone; the thread that opened both closes both.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
