package io.jenkins.plugins.packerbuild.injenkins;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A machine that takes SSH connections and says nothing: a build that waits for it runs until it is stopped. */
final class SilentHost implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch connected;

    /** One that is ready when so many builds have tried to connect. */
    SilentHost(int builds) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        connected = new CountDownLatch(builds);
        Thread thread = new Thread(this::accept, "silent host");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits until the builds are there. */
    void await() throws InterruptedException {
        if (!connected.await(3, TimeUnit.MINUTES)) {
            throw new AssertionError("no build has tried to connect");
        }
    }

    /** Whether anybody has tried. */
    boolean hasConnections() {
        synchronized (sockets) {
            return !sockets.isEmpty();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                synchronized (sockets) {
                    sockets.add(socket);
                }
                connected.countDown();
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
