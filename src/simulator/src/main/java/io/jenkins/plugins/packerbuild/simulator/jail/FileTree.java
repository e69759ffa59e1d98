package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whole trees of files; links are taken as links. */
final class FileTree {

    private FileTree() {}

    /**
     * Copies a tree, also while it changes: what vanishes in between is left out, as are pipes and sockets.
     *
     * @param wanted tells, for a path below {@code from}, whether it is copied
     */
    static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        Files.createDirectories(to);
        Files.walkFileTree(from, new Copier(from, to, wanted));
    }

    /** Gives every file of a tree a second name below {@code to}, where there is none yet. */
    static void link(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = to.resolve(from.relativize(file).toString());
                try {
                    Files.createLink(name, file);
                } catch (FileAlreadyExistsException onDisk) {
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes a tree, also directories that their owner may not read or write; one that is not there is no error. */
    static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(tree, new Deleter());
        }
    }

    private static final class Copier extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final Predicate<Path> wanted;

        Copier(Path from, Path to, Predicate<Path> wanted) {
            this.from = from;
            this.to = to;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (!directory.equals(from)) {
                if (!wanted.test(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                copyOne(directory);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isOther() && wanted.test(file)) {
                copyOne(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        private void copyOne(Path file) throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            try {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException vanished) {
                Files.deleteIfExists(target);
            }
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof AccessDeniedException && !Files.isReadable(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
                delete(file);
                return FileVisitResult.CONTINUE;
            }
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
