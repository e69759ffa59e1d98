package io.jenkins.plugins.packerbuild.simulator.ssh;

import io.jenkins.plugins.packerbuild.simulator.jail.JailCommand;
import io.jenkins.plugins.packerbuild.simulator.jail.JailExit;
import io.jenkins.plugins.packerbuild.simulator.jail.JailedProcess;
import io.jenkins.plugins.packerbuild.simulator.jail.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A process of a machine on a channel. Closing the channel takes the process's streams away, and its terminal, but kills
 * nothing.
 */
final class ShellCommand implements Command {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final SimulatedMachine machine;
    private final Optional<String> line;
    private final ExecutorService threads;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private ExitCallback callback = (code, message, immediately) -> {};
    private @Nullable JailedProcess process;

    ShellCommand(SimulatedMachine machine, Optional<String> line, ExecutorService threads) {
        this.machine = machine;
        this.line = line;
        this.threads = threads;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback exitCallback) {
        callback = exitCallback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        threads.execute(() -> {
            try {
                run((MachineChannel) channel, environment);
            } catch (IOException e) {
                refuse(e);
            }
        });
    }

    private void run(MachineChannel channel, Environment environment) throws IOException {
        Optional<Terminal> terminal = channel.terminal();
        JailedProcess started = machine.start(
                new JailCommand(line, channel.getServerSession().getUsername(), accepted(environment), terminal));
        keep(started);
        CompletableFuture<Void> outDone = CompletableFuture.runAsync(() -> pump(started.stdout(), out), threads);
        CompletableFuture<Void> errDone = CompletableFuture.runAsync(() -> pump(started.stderr(), err), threads);
        CompletableFuture<JailExit> told = started.exit().thenApplyAsync(exit -> tell(channel, exit), threads);
        outDone.thenCombine(errDone, (nothing, neither) -> true)
                .thenCombine(told, (dry, exit) -> exit)
                .thenAccept(this::finish);
        feed(started.stdin());
    }

    private synchronized void keep(JailedProcess started) {
        process = started;
    }

    /** What sshd's {@code AcceptEnv} lets through on Debian and Ubuntu. */
    private static Map<String, String> accepted(Environment environment) {
        return environment.getEnv().entrySet().stream()
                .filter(variable ->
                        variable.getKey().equals("LANG") || variable.getKey().startsWith("LC_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JailExit tell(MachineChannel channel, JailExit exit) {
        try {
            if (!machine.isGoingDown()) {
                channel.sendExit(exit);
            }
            return exit;
        } catch (IOException e) {
            throw new UncheckedIOException("the client has gone", e);
        }
    }

    /** When the machine goes down the client hears nothing: its connection breaks. */
    private void finish(JailExit exit) {
        if (!machine.isGoingDown()) {
            callback.onExit(exit.code());
        }
    }

    private static void pump(ReadableByteChannel from, OutputStream to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            while (from.read(buffer) >= 0) {
                to.write(buffer.array(), 0, buffer.position());
                to.flush();
                buffer.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client has gone", e);
        }
    }

    /** What the client sends after the command has closed its standard input is read and dropped, as sshd does. */
    private void feed(OutputStream stdin) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        boolean open = true;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            open = open && write(stdin, buffer, count);
        }
        if (open) {
            stdin.close();
        }
    }

    private static boolean write(OutputStream stdin, byte[] buffer, int count) {
        try {
            stdin.write(buffer, 0, count);
            stdin.flush();
            return true;
        } catch (IOException nobodyReads) {
            return false;
        }
    }

    private void refuse(IOException problem) {
        if (hasStarted()) {
            return;
        }
        try {
            err.write((problem.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException clientHasGone) {
            problem.addSuppressed(clientHasGone);
        }
        callback.onExit(255, String.valueOf(problem.getMessage()));
    }

    private synchronized boolean hasStarted() {
        return process != null;
    }

    @Override
    public void destroy(ChannelSession channel) throws IOException {
        @Nullable JailedProcess running;
        synchronized (this) {
            running = process;
        }
        if (running == null) {
            return;
        }
        if (!running.exit().isDone() && ((MachineChannel) channel).terminal().isPresent()) {
            running.hangUp();
        }
        running.release();
    }
}
