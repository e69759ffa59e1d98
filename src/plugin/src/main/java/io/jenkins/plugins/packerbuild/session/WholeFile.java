package io.jenkins.plugins.packerbuild.session;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Small files of the controller, so that a reader sees all of one or the one before. No channel is used: the interrupt of
 * a thread would close it.
 */
final class WholeFile {

    private WholeFile() {}

    /**
     * Under another name first, then renamed.
     *
     * @param forced whether it must outlive a failure of the power
     */
    static void write(Path file, byte[] content, boolean forced) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(content);
            if (forced) {
                out.getFD().sync();
            }
        }
        move(temporary, file);
    }

    /** Takes the other's place at once. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The beginning of it; empty when there is none. */
    static byte[] read(Path file, int mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(mostBytes);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
