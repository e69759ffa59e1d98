package io.jenkins.plugins.packerbuild.engine.postprocessor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Why a file could not be used, in the words that Packer has for it. */
public final class FileWords {

    private FileWords() {}

    /** As in {@code open notes.txt: no such file or directory}; the path as the template gives it. */
    public static String of(String verb, String path, IOException error) {
        return verb + " " + path + ": " + reason(error);
    }

    private static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof FileAlreadyExistsException) {
            return "not a directory";
        }
        String words = error instanceof FileSystemException known ? known.getReason() : error.getMessage();
        return words == null ? error.getClass().getSimpleName() : uncapitalized(words);
    }

    private static String uncapitalized(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
