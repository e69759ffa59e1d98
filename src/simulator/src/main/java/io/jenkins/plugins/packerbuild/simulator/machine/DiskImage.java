package io.jenkins.plugins.packerbuild.simulator.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The content of a disk at one moment: a directory of files that nobody changes any more, or a stock image, which holds
 * no file of its own.
 *
 * <p>The directory belongs to the {@link MachineHost} that made it and goes when that host is closed.
 *
 * @param files the directory that is the image's root; empty for a stock image
 */
public record DiskImage(Optional<Path> files) {

    /** An image as the provider ships it: nothing that a build has written. */
    public static DiskImage stock() {
        return new DiskImage(Optional.empty());
    }

    /** The image whose root is this directory; the caller does not change it afterwards. */
    public static DiskImage of(Path directory) {
        return new DiskImage(Optional.of(directory));
    }

    /**
     * The file at a path of the image.
     *
     * @param path a path inside the image, with or without the leading slash, as {@code /usr/bin/redis-server}
     * @return where the file can be read on this computer; empty if the image has no such file
     */
    public Optional<Path> find(String path) {
        return files.map(root -> root.resolve(path.replaceFirst("^/+", ""))).filter(Files::exists);
    }
}
