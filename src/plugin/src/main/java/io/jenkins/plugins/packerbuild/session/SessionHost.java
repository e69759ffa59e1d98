package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.util.Map;

/**
 * The machine on which a session's engine runs. Every method may take seconds, and throws an {@link IOException} when the
 * machine cannot be reached or refuses: then nothing is known of what was done. Used by one thread at a time.
 */
public interface SessionHost {

    /** The machine has been removed for good; nobody need wait for it. */
    final class GoneException extends IOException {
        private static final long serialVersionUID = 1L;

        /** With a sentence for the user. */
        public GoneException(String message) {
            super(message);
        }
    }

    /** The machine is there and refuses, as with a full disk: trying again would end the same. The session ends with it. */
    final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        /** With a sentence for the user. */
        public RefusedException(String message) {
            super(message);
        }
    }

    /** The machine is busy with the same for another session: try again soon. Nothing was done. */
    final class BusyException extends IOException {
        private static final long serialVersionUID = 1L;

        /** With a sentence for the controller's log. */
        public BusyException(String message) {
            super(message);
        }
    }

    /**
     * Brings the engine there and makes the session directory with {@code spec.json} and the start-up options. May be
     * repeated.
     *
     * @param spec the content of {@code spec.json}; empty for a cleanup
     * @throws BusyException when the engine is being brought there for another session
     */
    void prepare(byte[] spec) throws IOException, InterruptedException;

    /** Starts the engine's process. Repeated calls start no second one. */
    void launch() throws IOException, InterruptedException;

    /** Looks into the session directory, and renews the lease. */
    Look look(Look.Request request) throws IOException, InterruptedException;

    /** The absolute path of the directory for credentials that must be files. */
    String filesDirectory();

    /**
     * Writes the credentials that are files, by name, then {@code secrets.json}: closed to others, and whole at once.
     */
    void answer(byte[] secrets, Map<String, byte[]> files) throws IOException, InterruptedException;

    /** Asks the engine to stop and to clean up. May be repeated. */
    void requestCancel() throws IOException, InterruptedException;

    /**
     * Reads the beginning of a file of the session directory, as in {@code result.json}; empty when there is none.
     *
     * @param mostBytes what is longer is cut
     */
    byte[] read(String file, int mostBytes) throws IOException, InterruptedException;

    /** Reads the end of a file of the session directory, as in {@code engine.log}; empty when there is none. */
    byte[] tail(String file, int mostBytes) throws IOException, InterruptedException;

    /** Whether the process still runs. */
    boolean isAlive(long pid) throws IOException, InterruptedException;

    /** Ends the engine's process and all that it has started, without any cleanup. */
    void kill() throws IOException, InterruptedException;

    /** Deletes the session directory. */
    void delete() throws IOException, InterruptedException;
}
