package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.PTYMode;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.connection.channel.direct.Signal;
import net.schmizz.sshj.transport.TransportException;

/**
 * A session channel that needs no thread of its own: what arrives is queued, in the order of its arrival, for the thread
 * that runs the command, which gives the room in the window back when it has dealt with it. So a slow reader slows the
 * machine down, and the memory that a channel takes is bounded by its window. Every method but those that sshj calls is
 * for the thread that runs the command.
 */
final class CommandChannel extends SessionChannel {

    private static final int GIVE_BACK_BYTES = 128 * 1024;

    private static final int CHUNK_BYTES = 32 * 1024;

    private final BlockingQueue<ChannelEvent> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean exitTold = new AtomicBoolean();
    private int usedBytes;

    private CommandChannel(Connection connection) {
        super(connection);
    }

    /** One that is open, with a pseudo-terminal in raw mode where asked for. */
    static CommandChannel open(Connection connection, boolean pty) throws IOException {
        CommandChannel channel = new CommandChannel(connection);
        channel.open();
        if (pty) {
            channel.allocatePTY("xterm", 80, 40, 0, 0, rawMode());
        }
        return channel;
    }

    /** No byte of a script may be taken for a line end, a signal or an end of file. */
    private static Map<PTYMode, Integer> rawMode() {
        Map<PTYMode, Integer> modes = new EnumMap<>(PTYMode.class);
        for (PTYMode mode : new PTYMode[] {
            PTYMode.ECHO,
            PTYMode.ICANON,
            PTYMode.ISIG,
            PTYMode.IEXTEN,
            PTYMode.ICRNL,
            PTYMode.INLCR,
            PTYMode.IGNCR,
            PTYMode.ISTRIP,
            PTYMode.IXON,
            PTYMode.IXOFF,
            PTYMode.INPCK
        }) {
            modes.put(mode, 0);
        }
        modes.put(PTYMode.CS8, 1);
        return modes;
    }

    BlockingQueue<ChannelEvent> events() {
        return events;
    }

    /** Makes the thread that runs the command look around. From any thread. */
    void wake() {
        events.add(ChannelEvent.WAKE);
    }

    /** How much may be sent now without waiting for the machine. */
    int room() {
        return (int) Math.min(CHUNK_BYTES, rwin.getSize());
    }

    /** That much of what had arrived was dealt with. */
    void release(int bytes) throws TransportException {
        usedBytes += bytes;
        if (usedBytes >= GIVE_BACK_BYTES) {
            lwin.expand(usedBytes);
            trans.write(newBuffer(Message.CHANNEL_WINDOW_ADJUST).putUInt32(usedBytes));
            usedBytes = 0;
        }
    }

    @Override
    protected void receiveInto(ChannelInputStream stream, SSHPacket packet) throws SSHException {
        try {
            byte[] data = packet.readStringAsBytes();
            lwin.consume(data.length);
            events.add(stream == getInputStream() ? new ChannelEvent.Stdout(data) : new ChannelEvent.Stderr(data));
        } catch (Buffer.BufferException e) {
            throw new ConnectionException(e);
        }
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws SSHException {
        super.handle(message, packet);
        if (message == Message.CHANNEL_WINDOW_ADJUST) {
            wake();
        } else if (message == Message.CHANNEL_EOF || message == Message.CHANNEL_CLOSE) {
            events.add(message == Message.CHANNEL_EOF ? ChannelEvent.END : ChannelEvent.CLOSED);
        }
    }

    @Override
    public void handleRequest(String type, SSHPacket packet) throws ConnectionException, TransportException {
        super.handleRequest(type, packet);
        boolean known = getExitStatus() != null || getExitSignal() != null;
        if (known && exitTold.compareAndSet(false, true)) {
            Signal signal = getExitSignal();
            events.add(new ChannelEvent.Exited(signal == null ? getExitStatus() : 128 + number(signal)));
        }
    }

    @Override
    public void notifyError(SSHException error) {
        super.notifyError(error);
        events.add(ChannelEvent.CLOSED);
    }

    private static int number(Signal signal) {
        return Map.ofEntries(
                        Map.entry(Signal.HUP, 1),
                        Map.entry(Signal.INT, 2),
                        Map.entry(Signal.QUIT, 3),
                        Map.entry(Signal.ILL, 4),
                        Map.entry(Signal.ABRT, 6),
                        Map.entry(Signal.FPE, 8),
                        Map.entry(Signal.KILL, 9),
                        Map.entry(Signal.USR1, 10),
                        Map.entry(Signal.SEGV, 11),
                        Map.entry(Signal.USR2, 12),
                        Map.entry(Signal.PIPE, 13),
                        Map.entry(Signal.ALRM, 14),
                        Map.entry(Signal.TERM, 15))
                .getOrDefault(signal, 0);
    }
}
