package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * One command line on its way to its end, or to its kill.
 *
 * @param line what the machine is sent
 * @param input what it reads
 * @param leftover a file that a kill must remove; empty for none
 */
record RemoteRun(String line, InputStream input, String leftover) {

    private static final Duration GROUP_PATIENCE = Duration.ofSeconds(5);

    /** TERM, 5 s, KILL, and as much again for a slow machine. */
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(15);

    private static final CommandOutput NOBODY = new CommandOutput() {
        @Override
        public void stdout(String line) {
            // A kill has nothing to say.
        }

        @Override
        public void stderr(String line) {
            // A kill has nothing to say.
        }
    };

    /** What may end it early. */
    record Ending(Clock clock, Cancellation cancellation) {}

    /**
     * Runs it on the channel; a cancel, or an interrupt of the thread, kills it over a second channel of the link.
     *
     * @throws IOException when it could not be sent
     * @throws CancelledException when cancelled, after the kill
     */
    CommandResult on(SshLink link, CommandChannel channel, MarkedOutput marked, Ending ending) throws IOException {
        channel.exec(line);
        Conversation talk = new Conversation(channel, ending.clock(), marked).feeding(input);
        Cancellation cancellation = ending.cancellation();
        try (Cancellation.Registration ignored = cancellation.onCancel(channel::wake)) {
            if (talk.runUntil(cancellation::isCancelled)) {
                return talk.result();
            }
            kill(link, talk, marked, ending.clock());
        } catch (InterruptedException e) {
            cancellation.cancel("the thread was interrupted");
            kill(link, talk, marked, ending.clock());
            Thread.currentThread().interrupt();
        }
        throw new CancelledException(cancellation.reason());
    }

    private void kill(SshLink link, Conversation talk, MarkedOutput marked, Clock clock) {
        @Nullable CommandChannel second = null;
        try {
            talk.limit(GROUP_PATIENCE);
            boolean ended = talk.runUntil(() -> marked.group().isPresent());
            if (ended || marked.group().isEmpty()) {
                return;
            }
            second = link.channel(false);
            second.exec(RemoteLines.kill(marked.group().getAsLong(), leftover));
            Conversation killing = new Conversation(second, clock, NOBODY).feeding(InputStream.nullInputStream());
            killing.limit(KILL_PATIENCE);
            killing.runUntil(() -> false);
        } catch (IOException e) {
            // Without a connection nothing can be killed; the machine itself is removed next.
            link.abort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (second != null) {
                close(second);
            }
        }
    }

    /** Lets it go, also when the machine does not answer any more. */
    static void close(CommandChannel channel) {
        try {
            channel.close();
        } catch (ConnectionException | TransportException e) {
            channel.wake();
        }
    }
}
