package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the controller remembers of its sessions, in one directory for each: the record, {@code spec.json} and a copy of
 * {@code ledger.jsonl}. Safe for use by several threads, as long as each session has one writer.
 */
public final class Registry {

    private final Path root;

    /** In this directory, which is made when something is saved. */
    public Registry(Path root) {
        this.root = root;
    }

    /** Writes it so that a reader, and a restart, sees all of it or the one before. */
    public void save(SessionRecord record) throws IOException {
        throw new UnsupportedOperationException("" + root);
    }

    /** Keeps what the engine is to do. */
    public void saveSpec(String id, byte[] specJson) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What the engine is to do; empty when there is none. */
    public byte[] spec(String id) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The session's record, when it is remembered. */
    public Optional<SessionRecord> find(String id) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** All records. Those that cannot be read are logged and left out. */
    public List<SessionRecord> list() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The copy of {@code ledger.jsonl}, as {@code cleanup} reads it; empty when there is none. */
    public byte[] ledger(String id) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What the copy of the ledger says is not gone. */
    public List<SessionReport.Leftover> leftovers(String id) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Forgets the session. */
    public void remove(String id) throws IOException {
        throw new UnsupportedOperationException();
    }
}
