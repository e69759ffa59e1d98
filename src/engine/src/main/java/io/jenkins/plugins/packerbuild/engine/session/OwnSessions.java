package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.ledger.LedgerFile;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The session directories that the engine makes for itself, of one user on one computer:
 * {@code ${XDG_STATE_HOME:-~/.local/state}/packer-build/sessions/<uuid>}, on Windows below {@code %LOCALAPPDATA%}.
 *
 * @param root where they lie; absolute, need not exist
 */
public record OwnSessions(Path root) {

    /** Where this user's are. */
    public static OwnSessions of(Map<String, String> environment, Path home) {
        return new OwnSessions(SessionDirectory.sessions(environment, home));
    }

    /**
     * A run that has died and left something in a cloud.
     *
     * @param open what is not known to be gone
     */
    public record Abandoned(SessionDirectory directory, List<LedgerLine> open) {

        /** Copies its list. */
        public Abandoned {
            open = List.copyOf(open);
        }
    }

    /**
     * A fresh one.
     *
     * @throws BuildException when it cannot be made
     */
    public SessionDirectory create() {
        return SessionDirectory.fresh(root);
    }

    /**
     * One of a run that is over, to be cleaned up: the engine takes it away afterwards if it is one of these.
     *
     * @throws BuildException when it is no session directory
     */
    public SessionDirectory ended(Path path) {
        SessionDirectory directory = SessionDirectory.existing(path);
        return new SessionDirectory(
                directory.path(), root.equals(directory.path().getParent()));
    }

    /** Those whose ledger has open lines and in which no engine is at work, sorted by path. */
    public List<Abandoned> abandoned() {
        List<Abandoned> abandoned = new ArrayList<>();
        for (Path path : paths()) {
            SessionDirectory directory = new SessionDirectory(path, true);
            List<LedgerLine> open = open(directory);
            if (!open.isEmpty() && isIdle(directory)) {
                abandoned.add(new Abandoned(directory, open));
            }
        }
        return abandoned;
    }

    private List<Path> paths() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(root)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw SessionDirectory.unusable(root, e);
        }
    }

    /** A ledger that cannot be read is told by the cleanup of its own directory, not by the list of all. */
    private static List<LedgerLine> open(SessionDirectory directory) {
        try {
            return LedgerFile.read(directory.ledger()).open();
        } catch (BuildException e) {
            System.getLogger(OwnSessions.class.getName())
                    .log(System.Logger.Level.DEBUG, "passed over " + directory.path(), e);
            return List.of();
        }
    }

    private static boolean isIdle(SessionDirectory directory) {
        try (SessionLock lock = SessionLock.take(directory)) {
            return true;
        } catch (BuildException e) {
            return false;
        }
    }
}
