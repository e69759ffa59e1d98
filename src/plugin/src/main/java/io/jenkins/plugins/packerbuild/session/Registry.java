package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the controller remembers of its sessions, in one directory for each: the record, {@code spec.json} and a copy of
 * {@code ledger.jsonl}. Safe for use by several threads, as long as each session has one writer.
 */
public final class Registry {

    private static final Logger LOG = Logger.getLogger(Registry.class.getName());
    private static final String RECORD = "session.json";
    private static final String SPEC = "spec.json";
    private static final int MOST_BYTES = 8 << 20;

    private final Path root;

    /** In this directory, which is made when something is saved. */
    public Registry(Path root) {
        this.root = root;
    }

    /** Writes it so that a reader, and a restart, sees all of it or the one before. */
    public void save(SessionRecord record) throws IOException {
        WholeFile.write(directory(record.id()).resolve(RECORD), RecordJson.write(record), true);
    }

    /** Keeps what the engine is to do. */
    public void saveSpec(String id, byte[] specJson) throws IOException {
        WholeFile.write(directory(id).resolve(SPEC), specJson, true);
    }

    /** What the engine is to do; empty when there is none. */
    public byte[] spec(String id) throws IOException {
        return WholeFile.read(directory(id).resolve(SPEC), MOST_BYTES);
    }

    /** The session's record, when it is remembered. */
    public Optional<SessionRecord> find(String id) throws IOException {
        byte[] json = WholeFile.read(directory(id).resolve(RECORD), MOST_BYTES);
        return json.length == 0 ? Optional.empty() : Optional.of(RecordJson.read(json));
    }

    /** All records. Those that cannot be read are logged and left out. */
    public List<SessionRecord> list() throws IOException {
        List<SessionRecord> records = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return records;
        }
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(root)) {
            for (Path directory : directories) {
                record(directory).ifPresent(records::add);
            }
        }
        return records;
    }

    /** The copy of {@code ledger.jsonl}, as {@code cleanup} reads it; empty when there is none. */
    public byte[] ledger(String id) throws IOException {
        return WholeFile.read(ledgerFile(id), LedgerCopy.MOST_BYTES);
    }

    /** What the copy of the ledger says is not gone. */
    public List<SessionReport.Leftover> leftovers(String id) throws IOException {
        return ledgerCopy(id).open();
    }

    /** Forgets the session. */
    public void remove(String id) throws IOException {
        Path directory = directory(id);
        // The record goes last: without it nobody would ever come back for the rest.
        Files.deleteIfExists(directory.resolve(SPEC));
        Files.deleteIfExists(ledgerFile(id));
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.tmp")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(directory.resolve(RECORD));
        Files.deleteIfExists(directory);
    }

    LedgerCopy ledgerCopy(String id) throws IOException {
        return LedgerCopy.open(ledgerFile(id));
    }

    private Path ledgerFile(String id) {
        return directory(id).resolve("ledger.jsonl");
    }

    private Path directory(String id) {
        if (!id.matches("[A-Za-z0-9-]{1,100}")) {
            throw new IllegalArgumentException("no id of a session: '" + CleanText.name(id) + "'");
        }
        return root.resolve(id);
    }

    private static Optional<SessionRecord> record(Path directory) {
        try {
            byte[] json = WholeFile.read(directory.resolve(RECORD), MOST_BYTES);
            return json.length == 0 ? Optional.empty() : Optional.of(RecordJson.read(json));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Could not read session record in '" + directory + "'. It is left out.", e);
            return Optional.empty();
        }
    }
}
