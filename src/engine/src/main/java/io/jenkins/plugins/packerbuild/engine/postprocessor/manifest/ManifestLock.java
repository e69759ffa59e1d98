package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a manifest, which one build of one process has at a time. For others it is the file that Packer locks
 * with, {@code <output>.lock}, made so that only one can make it. Whoever does not get it in time gives up: nobody ever
 * writes without it.
 */
final class ManifestLock implements Closeable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** The files that a build of this process has, or is about to take. Not even looked at by its other builds. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final LockFile file;

    private ManifestLock(Path path, LockFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Takes it, waiting while another one has it.
     *
     * @param path of the lock file, one for all names of the manifest
     * @throws IOException when the file cannot be made at all
     * @throws BuildException when it is still somebody else's after half a minute
     */
    static ManifestLock take(Path path, BuildScope scope) throws IOException {
        Deadline deadline = Deadline.after(scope.clock(), LIMIT);
        while (true) {
            Optional<ManifestLock> lock = tryToTake(path);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (deadline.isOver()) {
                throw new BuildException(Problem.of("Could not lock manifest: file '" + path + "' has been there for "
                                + LIMIT.toSeconds() + " s, so another build is writing.")
                        .withCure("If none is, one has died there: remove the file and run again."));
            }
            scope.clock().sleep(PAUSE, scope.cancellation());
        }
    }

    private static Optional<ManifestLock> tryToTake(Path path) throws IOException {
        if (!TAKEN.add(path)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<LockFile> file = LockFile.tryToTake(path);
            taken = file.isPresent();
            return file.map(made -> new ManifestLock(path, made));
        } finally {
            if (!taken) {
                TAKEN.remove(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            TAKEN.remove(path);
        }
    }
}
