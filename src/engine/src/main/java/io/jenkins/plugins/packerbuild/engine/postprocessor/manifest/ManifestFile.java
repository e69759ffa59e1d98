package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The file that a manifest stands in.
 *
 * @param output its path as the template gives it
 * @param directory where a relative path begins, absolute
 */
record ManifestFile(String output, Path directory) {

    private static final int MOST_LINKS = 40;

    /**
     * Reads it, changes it and writes it, while nobody else can.
     *
     * @throws BuildException when that is not possible; the file is as it was then
     * @throws io.jenkins.plugins.packerbuild.engine.time.CancelledException when cancelled while another one writes
     */
    void change(BuildScope scope, UnaryOperator<Manifest> change) {
        Path target = target();
        try (ManifestLock lock = lock(target, scope)) {
            Manifest changed = change.apply(read(target));
            try {
                WholeFile.write(target, changed.text());
            } catch (IOException e) {
                throw unwritable(e);
            }
        } catch (IOException e) {
            throw failure("unlock", "close " + output + ".lock", e, "See whether '" + output + "' is complete.");
        }
    }

    /** What a chain of symbolic links points to, whether it is there or not. */
    private Path target() {
        Path path = directory.resolve(output).toAbsolutePath();
        try {
            for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(path); i++) {
                path = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
            }
            Path parent = path.getParent();
            Path name = path.getFileName();
            if (parent == null || name == null || Files.isSymbolicLink(path)) {
                throw new IOException("it is no file");
            }
            return parent.toRealPath().resolve(name);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ManifestLock lock(Path target, BuildScope scope) {
        try {
            return ManifestLock.take(target.resolveSibling(target.getFileName() + ".lock"), scope);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Manifest read(Path target) {
        String text;
        try {
            if (!Files.exists(target)) {
                return Manifest.EMPTY;
            }
            text = new String(Files.readAllBytes(target), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(e);
        }
        try {
            return Manifest.parse(text);
        } catch (IOException e) {
            throw failure(
                    "read",
                    "Unable to parse content from " + output + ": " + e.getMessage(),
                    e,
                    "Nothing was written. Repair the file, move it away, or set another 'output'.");
        }
    }

    private BuildException unreadable(IOException e) {
        boolean isDirectory = Files.isDirectory(directory.resolve(output));
        String words = isDirectory ? "read " + output + ": is a directory" : "open " + output + ": " + words(e);
        return failure(
                "read",
                "Unable to open " + output + " for reading: " + words,
                e,
                "Give 'output' the name of a file that can be read and written.");
    }

    private BuildException unwritable(IOException e) {
        String call = e instanceof FileSystemException ? "open " : "write ";
        return failure(
                "write",
                "Unable to write " + output + ": " + call + output + ": " + words(e),
                e,
                "Check 'output' of post-processor 'manifest', its permissions, and the room on the disk.");
    }

    private BuildException failure(String verb, String words, IOException cause, String cure) {
        return new BuildException(
                Problem.of("Could not " + verb + " manifest '" + output + "': " + words + ".")
                        .withCure(cure),
                cause);
    }

    private static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String words = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return words == null
                ? e.getClass().getSimpleName()
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
