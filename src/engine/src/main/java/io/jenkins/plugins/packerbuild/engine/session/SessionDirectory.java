package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The directory by which a run and whoever started it speak with each other, and the names of its files. Nobody but its
 * owner may look into it.
 *
 * @param path absolute
 * @param own whether the engine made it for itself, and takes it away at the end
 */
public record SessionDirectory(Path path, boolean own) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /**
     * A directory that whoever started the engine has named. It is made when it is not there, and closed to others.
     *
     * @throws BuildException when it cannot be used, or belongs to something else
     */
    public static SessionDirectory at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            refuseForeign(absolute);
        }
        return prepared(new SessionDirectory(absolute, false));
    }

    /**
     * The same when it must be there already, with the files of a session.
     *
     * @throws BuildException when it is not, or cannot be used
     */
    public static SessionDirectory existing(Path path) {
        SessionDirectory directory = new SessionDirectory(path.toAbsolutePath().normalize(), false);
        if (!directory.exists()) {
            throw new BuildException(Problem.of("There is no session directory '" + path + "'.")
                    .withCure("Check the path; 'packer-build cleanup' without one lists the runs that left something"
                            + " behind."));
        }
        if (!directory.hasSession()) {
            throw noSession(directory.path());
        }
        return prepared(directory);
    }

    /**
     * A fresh one of the engine's own, below {@link #sessions}.
     *
     * @throws BuildException when it cannot be made
     */
    static SessionDirectory fresh(Path sessions) {
        return prepared(new SessionDirectory(sessions.resolve(UUID.randomUUID().toString()), true));
    }

    /** Where the engine makes its own. */
    static Path sessions(Map<String, String> environment, Path home) {
        return state(environment, home)
                .resolve("packer-build")
                .resolve("sessions")
                .toAbsolutePath()
                .normalize();
    }

    /** Anything but an empty directory or one of ours would be closed to others, and mixed with our files. */
    private static void refuseForeign(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent() && !new SessionDirectory(path, false).hasSession()) {
                throw noSession(path);
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static BuildException noSession(Path path) {
        return new BuildException(
                Problem.of("Could not use session directory '" + path + "': the files in it are of no session.")
                        .withCure("Name an empty directory, or one that packer-build or its starter has made."));
    }

    private boolean hasSession() {
        return Stream.of(lock(), spec(), secrets(), ledger()).anyMatch(Files::exists);
    }

    Path spec() {
        return path.resolve("spec.json");
    }

    Path secrets() {
        return path.resolve("secrets.json");
    }

    /** Credentials that must be files. */
    public Path files() {
        return path.resolve("files");
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path events() {
        return path.resolve("events.jsonl");
    }

    Path heartbeat() {
        return path.resolve("heartbeat");
    }

    Path lease() {
        return path.resolve("lease");
    }

    /** What this run, or a dead one, has left in a cloud. */
    public Path ledger() {
        return path.resolve("ledger.jsonl");
    }

    Path cancel() {
        return path.resolve("cancel");
    }

    Path result() {
        return path.resolve("result.json");
    }

    /** Whether it is still there. */
    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Takes away what belongs to the end of a run. */
    void forgetEnd() {
        for (Path file : List.of(cancel(), result())) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw unusable(path, e);
            }
        }
    }

    /** Takes away the credentials that are files. */
    void removeFiles() {
        removeTree(files());
    }

    /** Takes away everything. */
    void remove() {
        removeTree(path);
    }

    private static Path state(Map<String, String> environment, Path home) {
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        if (!local.isEmpty()) {
            return Path.of(local);
        }
        boolean usable = !xdg.isEmpty() && Path.of(xdg).isAbsolute();
        return usable ? Path.of(xdg) : home.resolve(".local").resolve("state");
    }

    private static SessionDirectory prepared(SessionDirectory directory) {
        Path path = directory.path();
        try {
            Path parent = path.getParent();
            if (!Files.isDirectory(path)) {
                Files.createDirectories(parent == null ? path : parent);
                createOwnerOnly(path);
            }
            closeToOthers(path);
        } catch (IOException e) {
            throw unusable(path, e);
        }
        if (!Files.isWritable(path)) {
            throw unusable(path, new AccessDeniedException(path.toString()));
        }
        return directory;
    }

    private static void createOwnerOnly(Path path) throws IOException {
        try {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (UnsupportedOperationException e) {
            // Not POSIX: a user's own directories are closed to others there.
            Files.createDirectory(path);
        }
    }

    /** Only an owner can do that: so a directory of somebody else, which could be watched by him, is refused. */
    private static void closeToOthers(Path path) throws IOException {
        if (isPosix(path) && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
    }

    static BuildException unusable(Path path, IOException e) {
        return new BuildException(
                Problem.of("Could not use session directory '" + path + "': " + words(e) + ".")
                        .withCure("Name a directory that belongs to the user who runs the engine and can be written"
                                + " by him."),
                e);
    }

    /** What an exception of the file system says, without the path that the sentence has named. */
    static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return "it is not a directory";
        }
        if (e instanceof java.nio.file.FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Follows no links. What cannot be removed stays: whoever reaps old sessions tries again. */
    private static void removeTree(Path root) {
        try {
            Files.walkFileTree(root, new Remover());
        } catch (IOException e) {
            System.getLogger(SessionDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "could not remove " + root, e);
        }
    }

    /** Removes what it visits. */
    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @org.jspecify.annotations.Nullable IOException e)
                throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
