package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.LineSplitter;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * One command on one channel, from its first byte to its exit status, by a single thread: feeds standard input while the
 * machine has room, and hands lines on as they come. A command is over with its exit status and 2 s of draining, not with
 * the channel's close, which a daemon that it started would hold up.
 */
final class Conversation implements ChannelEvent.Listener {

    private static final Duration DRAINING = Duration.ofSeconds(2);

    private final CommandChannel channel;
    private final Clock clock;
    private final LineSplitter stdout;
    private final LineSplitter stderr;
    private @Nullable InputStream input;
    private @Nullable Integer status;
    private @Nullable Deadline limit;
    private boolean over;

    Conversation(CommandChannel channel, Clock clock, CommandOutput output) {
        this.channel = channel;
        this.clock = clock;
        this.stdout = new LineSplitter(output::stdout);
        this.stderr = new LineSplitter(output::stderr);
    }

    /** With this on standard input, then its end. */
    Conversation feeding(InputStream bytes) {
        input = bytes;
        return this;
    }

    /** Gives the command up after so much time from now on, unless it was given up earlier. */
    void limit(Duration most) {
        Deadline deadline = Deadline.after(clock, most);
        if (limit == null || deadline.remaining().compareTo(limit.remaining()) < 0) {
            limit = deadline;
        }
    }

    /**
     * Goes on until the command is over, the connection lost, the limit reached, or the question answered with yes; it is
     * asked whenever something happened. May be called again after a yes.
     *
     * @return whether the command is over or lost, and {@link #result()} is known
     * @throws InterruptedException when the thread was interrupted
     */
    boolean runUntil(BooleanSupplier enough) throws InterruptedException {
        while (!over) {
            feed();
            if (enough.getAsBoolean()) {
                return false;
            }
            ChannelEvent event = next();
            if (event == null) {
                break;
            }
            event.tell(this);
        }
        stdout.end();
        stderr.end();
        return over || status != null;
    }

    /** Its exit status, or {@link CommandResult#DISCONNECTED} when none came. */
    CommandResult result() {
        return new CommandResult(status == null ? CommandResult.DISCONNECTED : status);
    }

    private @Nullable ChannelEvent next() throws InterruptedException {
        Deadline deadline = limit;
        if (deadline == null) {
            return channel.events().take();
        }
        return channel.events().poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void feed() {
        InputStream source = input;
        if (source == null) {
            return;
        }
        try {
            for (int room = channel.room(); room > 0; room = channel.room()) {
                byte[] chunk = source.readNBytes(room);
                channel.getOutputStream().write(chunk);
                if (chunk.length < room) {
                    input = null;
                    channel.getOutputStream().close();
                    return;
                }
                channel.getOutputStream().flush();
            }
        } catch (ConnectionException | TransportException e) {
            // The machine takes no more; why, its output and exit status tell.
            input = null;
        } catch (IOException e) {
            input = null;
            over = true;
        }
    }

    @Override
    public void stdout(byte[] data) {
        stdout.accept(data);
        release(data.length);
    }

    @Override
    public void stderr(byte[] data) {
        stderr.accept(data);
        release(data.length);
    }

    @Override
    public void exited(int exitStatus) {
        status = exitStatus;
        limit(DRAINING);
    }

    @Override
    public void simple(ChannelEvent event) {
        boolean ended = event == ChannelEvent.END && status != null;
        over |= event == ChannelEvent.CLOSED || ended;
    }

    private void release(int bytes) {
        try {
            channel.release(bytes);
        } catch (TransportException e) {
            over = true;
        }
    }
}
