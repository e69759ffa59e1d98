package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The directory that is a machine's disk. Its paths are the machine's paths: what is uploaded to {@code /tmp/x} lies in
 * {@code tmp/x} of it.
 *
 * @param path the directory
 */
public record MachineRoot(Path path) {

    private static final List<String> DIRECTORIES = List.of(
            "dev",
            "etc",
            "home",
            "mnt",
            "opt",
            "proc",
            "root",
            "run",
            "srv",
            "sys",
            "tmp",
            "usr/bin",
            "usr/sbin",
            "var/cache",
            "var/lib/dpkg",
            "var/lib/cloud/instance",
            "var/log",
            "var/spool",
            "var/tmp");

    /** What is no part of the disk, but shown in it while the machine runs. */
    private static final Set<String> NOT_ON_DISK = Set.of(".host", ".sim", "dev", "proc", "run", "sys");

    /** Makes the disk: the image's files first, then what every Linux has. */
    static MachineRoot create(Path path, Optional<Path> image) throws IOException {
        Files.createDirectories(path);
        if (image.isPresent()) {
            FileTree.copy(image.get(), path, file -> true);
        }
        for (String directory : DIRECTORIES) {
            Files.createDirectories(path.resolve(directory));
        }
        openToAll(path.resolve("tmp"));
        openToAll(path.resolve("var/tmp"));
        Settings.write(path.resolve("etc"));
        return new MachineRoot(path);
    }

    /** A place on the disk. Nothing is resolved: the machine's links are not followed. */
    public Path resolve(String path) {
        return this.path.resolve(path.replaceFirst("^/+", ""));
    }

    /** Copies the disk, without what the real machine lends it. */
    public void snapshotTo(Path image) throws IOException {
        FileTree.copy(path, image, this::isOnDisk);
    }

    /** Removes the disk. */
    public void delete() throws IOException {
        FileTree.delete(path);
    }

    private boolean isOnDisk(Path file) {
        Path inside = path.relativize(file);
        if (inside.getNameCount() == 1 && NOT_ON_DISK.contains(inside.toString())) {
            return false;
        }
        return !isLent(file);
    }

    private static boolean isLent(Path file) {
        if (!Files.isSymbolicLink(file)) {
            return false;
        }
        try {
            Path target = Files.readSymbolicLink(file);
            return target.startsWith(HostMirror.HOST) || target.startsWith(HostMirror.SHIMS);
        } catch (IOException vanished) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static void openToAll(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }
}
