package io.jenkins.plugins.packerbuild.simulator.ssh;

import io.jenkins.plugins.packerbuild.simulator.jail.JailExit;
import io.jenkins.plugins.packerbuild.simulator.jail.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;

/**
 * A session that ends as OpenSSH's do: the exit status is sent when the command ends, the channel is closed when nobody
 * holds its output any more.
 */
final class MachineChannel extends ChannelSession {

    private static final List<PtyMode> STTY_WORDS = List.of(
            PtyMode.ECHO,
            PtyMode.ECHOE,
            PtyMode.ECHOK,
            PtyMode.ICANON,
            PtyMode.ISIG,
            PtyMode.IEXTEN,
            PtyMode.ICRNL,
            PtyMode.INLCR,
            PtyMode.IGNCR,
            PtyMode.IXON,
            PtyMode.OPOST,
            PtyMode.ONLCR);

    private volatile Optional<Terminal> terminal = Optional.empty();

    /** The terminal that the client asked for before it started its command. */
    Optional<Terminal> terminal() {
        return terminal;
    }

    @Override
    protected RequestHandler.Result handlePtyReqParsed(
            String term, int columns, int rows, int width, int height, Map<PtyMode, Integer> modes) throws IOException {
        String words = STTY_WORDS.stream()
                .filter(modes::containsKey)
                .map(mode -> (modes.getOrDefault(mode, 0) == 0 ? "-" : "")
                        + mode.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        terminal = Optional.of(new Terminal(term, columns, rows, words));
        return super.handlePtyReqParsed(term, columns, rows, width, height, modes);
    }

    /** Tells the client how the command ended; the channel stays open. */
    void sendExit(JailExit exit) throws IOException {
        if (isClosing()) {
            return;
        }
        if (exit.signal().isPresent()) {
            sendExitSignal(exit.signal().get());
        } else {
            sendExitStatus(exit.code());
        }
    }

    private void sendExitSignal(String signal) throws IOException {
        if (exitStatusSent.getAndSet(true)) {
            return;
        }
        Buffer buffer = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST, 64);
        buffer.putUInt(getRecipient());
        buffer.putString("exit-signal");
        buffer.putBoolean(false);
        buffer.putString(signal);
        buffer.putBoolean(false);
        buffer.putString("");
        buffer.putString("");
        writePacket(buffer);
    }
}
