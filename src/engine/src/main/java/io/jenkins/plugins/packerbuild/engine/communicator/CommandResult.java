package io.jenkins.plugins.packerbuild.engine.communicator;

/**
 * How a command ended.
 *
 * @param exitStatus 0 for success; {@link #DISCONNECTED} when the connection was lost before the command's end; 128 + n
 *     when signal n ended it
 */
public record CommandResult(int exitStatus) {

    /** Packer's number for a connection that was lost, which {@code valid_exit_codes} may name. */
    public static final int DISCONNECTED = 2_300_218;

    /** Whether the connection was lost before the command's end. */
    public boolean disconnected() {
        return exitStatus == DISCONNECTED;
    }
}
