package io.jenkins.plugins.packerbuild.agent;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a file system said, in words that a user knows. */
final class FileWords {

    private FileWords() {}

    /** A few words, without a full stop. The first cause knows best: what is around it names what was tried. */
    static String of(IOException e) {
        return e.getCause() instanceof IOException cause && cause != e ? of(cause) : words(e);
    }

    private static String words(IOException e) {
        String file =
                e instanceof FileSystemException system && system.getFile() != null ? system.getFile() + ": " : "";
        if (e instanceof AccessDeniedException) {
            return file + "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return file + "it does not exist";
        }
        if (e instanceof FileAlreadyExistsException) {
            return file + "something else is already there";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return file + system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
