package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/** Takes any machine for the first login, and afterwards only the same one. Safe for use by several threads. */
final class HostKeyPin implements HostKeyVerifier {

    /** Guarded by this. */
    private byte @Nullable [] pinned;

    /** Guarded by this. */
    private byte @Nullable [] seen;

    /** Guarded by this. */
    private boolean changed;

    @Override
    public synchronized boolean verify(String hostname, int port, PublicKey key) {
        seen = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        changed = pinned != null && !Arrays.equals(pinned, seen);
        return !changed;
    }

    /** After a login: from now on it must be this machine. */
    synchronized void pin() {
        pinned = seen;
    }

    /** Whether the last machine was refused. */
    synchronized boolean changed() {
        return changed;
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.of();
    }
}
