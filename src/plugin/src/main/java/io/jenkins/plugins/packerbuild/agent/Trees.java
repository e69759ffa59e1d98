package io.jenkins.plugins.packerbuild.agent;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes whole directories. Links are removed, and never followed. */
final class Trees {

    private Trees() {}

    /**
     * Removes what is there. What vanishes meanwhile is fine.
     *
     * @throws IOException when something stays; everything else is gone then
     */
    static void remove(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Remover remover = new Remover();
        Files.walkFileTree(root, remover);
        if (remover.first != null) {
            throw remover.first;
        }
    }

    /** Removes what it visits; remembers what it could not. */
    private static final class Remover extends SimpleFileVisitor<Path> {

        private @Nullable IOException first;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return e instanceof NoSuchFileException ? FileVisitResult.CONTINUE : delete(file);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            return delete(directory);
        }

        private FileVisitResult delete(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
