package io.jenkins.plugins.packerbuild.agent;

import hudson.remoting.RequestAbortedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.support.concurrent.Timeout;

/** Calls to an agent that end, also when the agent does not answer. */
final class Remote {

    /** Enough for everything but copying the engine. */
    static final Duration USUAL = Duration.ofSeconds(20);

    private Remote() {}

    /** An agent is too slow, or the way to it is broken and nobody has noticed yet. */
    static final class NoAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String agent, Duration limit, Exception cause) {
            super("Agent " + agent + " has not answered in " + limit.toSeconds() + " seconds", cause);
        }
    }

    /** Something that an agent does. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    /**
     * Makes a call.
     *
     * @param agent the agent as a message names it
     * @throws NoAnswerException when the agent did not answer in time; nothing is known of what was done
     * @throws InterruptedException when this thread was interrupted by somebody else
     */
    static <T> T call(String agent, Duration limit, Call<T> call) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Timeout timeout = Timeout.limit(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            T result = call.make();
            forgetLateInterrupt(start, limit);
            return result;
        } catch (InterruptedException e) {
            if (isOver(start, limit)) {
                throw new NoAnswerException(agent, limit, e);
            }
            throw e;
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            if (isOver(start, limit)) {
                Thread.interrupted();
                throw new NoAnswerException(agent, limit, e);
            }
            throw e;
        } catch (IOException e) {
            forgetLateInterrupt(start, limit);
            throw e;
        } catch (RequestAbortedException | LinkageError e) {
            // Also what it looks like when a connection breaks while classes are being sent.
            forgetLateInterrupt(start, limit);
            throw new IOException("The connection to agent " + agent + " broke: " + e.getMessage(), e);
        }
    }

    /** The limit may have struck just when the answer came. */
    private static void forgetLateInterrupt(long start, Duration limit) {
        if (isOver(start, limit)) {
            Thread.interrupted();
        }
    }

    private static boolean isOver(long start, Duration limit) {
        return System.nanoTime() - start >= limit.toNanos();
    }
}
