package io.jenkins.plugins.packerbuild.engine.builder.file;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Writes a file beside its target and renames it, so that nobody ever sees half of it. Content gets mode 0600; a copy
 * gets the mode of its source. Results in the target.
 */
final class StoreFileStep implements Step<Path> {

    private final Path directory;
    private final Path target;
    private final Optional<Path> source;
    private final String content;

    /** Relative paths begin at the directory. The content counts where there is no source. */
    StoreFileStep(Path directory, Path target, Optional<Path> source, String content) {
        this.directory = directory;
        this.target = target;
        this.source = source;
        this.content = content;
    }

    /** As in Packer: there is nothing to clean up that could take long. */
    @Override
    public boolean tellsFailure() {
        return false;
    }

    @Override
    public Path run(BuildScope scope) {
        try {
            if (source.isPresent()) {
                checkSource(source.get());
                scope.narrator().say("Copying " + source.get() + " to " + target);
            }
            long bytes = store();
            source.ifPresent(from -> scope.narrator().say("Copied " + bytes + " bytes"));
            return target;
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not write file '" + target + "': " + words(e) + ".")
                            .withCure("Check 'source', 'target' and their permissions."),
                    e);
        }
    }

    /** Before anything is said of copying, as Packer does; with Packer's words. */
    private void checkSource(Path named) throws IOException {
        Path from = directory.resolve(named);
        if (!Files.exists(from)) {
            throw new IOException("open " + named + ": no such file or directory");
        }
        if (Files.isDirectory(from)) {
            throw new IOException("read " + named + ": is a directory");
        }
        if (!Files.isReadable(from)) {
            throw new IOException("open " + named + ": permission denied");
        }
    }

    private long store() throws IOException {
        Path absolute = directory.resolve(target);
        if (Files.isDirectory(absolute)) {
            throw new IOException("open " + target + ": is a directory");
        }
        Path parent = absolute.getParent() == null ? absolute : absolute.getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".packer-build-", ".tmp");
        try {
            fill(draft);
            long bytes = Files.size(draft);
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void fill(Path draft) throws IOException {
        if (source.isPresent()) {
            Path from = directory.resolve(source.get());
            Files.copy(from, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            return;
        }
        Files.write(draft, content.getBytes(StandardCharsets.UTF_8));
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + ": no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + ": permission denied";
        }
        return String.valueOf(e.getMessage());
    }
}
