package io.jenkins.plugins.packerbuild.session;

import java.io.Serializable;

/**
 * What one look into a session directory has found.
 *
 * @param exists whether the directory is there at all
 * @param events bytes of {@code events.jsonl} from the offset asked for; not cut at line ends
 * @param eventsLength the file's length
 * @param heartbeat the content of {@code heartbeat}; empty when there is none
 * @param exit the exit code of the process once it is over; empty before
 * @param hasResult whether {@code result.json} is there
 */
public record Look(boolean exists, byte[] events, long eventsLength, String heartbeat, String exit, boolean hasResult)
        implements Serializable {

    /**
     * What to look for.
     *
     * @param offset where the reader is in {@code events.jsonl}
     * @param mostBytes how much of it is wanted at most
     * @param lease what is written into {@code lease}; empty for nothing
     */
    public record Request(long offset, int mostBytes, String lease) implements Serializable {}
}
