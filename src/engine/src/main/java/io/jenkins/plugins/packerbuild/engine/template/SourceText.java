package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file that a user wrote, without a byte order mark. Immutable.
 *
 * @param file the path as the user gave it
 * @param text what it holds
 */
record SourceText(String file, String text) {

    /** A larger file is refused. */
    static final int LARGEST_BYTES = 16 * 1024 * 1024;

    /**
     * Reads a file.
     *
     * @param kind what it is, as in {@code template}
     * @throws BuildException when it is missing, a directory, unreadable, too large or no UTF-8
     */
    static SourceText read(String kind, Path path, String file) {
        String subject = "Could not read " + kind + " '" + file + "': ";
        if (Files.isDirectory(path)) {
            throw failure(
                    subject + "it is a directory" + (kind.equals("template") ? ", and HCL2 is not there yet." : "."),
                    "Give the path of one JSON file.");
        }
        if (!Files.exists(path)) {
            throw failure(
                    subject + "no such file or directory.",
                    "Check the path: it was looked for at "
                            + path.toAbsolutePath().normalize() + ".");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(kind, in, file);
        } catch (AccessDeniedException e) {
            throw failure(subject + "permission denied.", "Let this user read it.");
        } catch (IOException e) {
            throw new BuildException(Problem.of(subject + e.getMessage() + "."), e);
        }
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @throws BuildException when it cannot be read, is too large or no UTF-8
     */
    static SourceText read(String kind, InputStream in, String file) {
        String subject = "Could not read " + kind + " '" + file + "': ";
        try {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw failure(subject + "it is larger than 16 MiB.", "Give a smaller file.");
            }
            return new SourceText(file, withoutMark(decode(bytes)));
        } catch (CharacterCodingException e) {
            throw failure(subject + "it is not UTF-8 text.", "Give the path of a JSON file that is saved as UTF-8.");
        } catch (IOException e) {
            throw new BuildException(Problem.of(subject + e.getMessage() + "."), e);
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static BuildException failure(String message, String cure) {
        return new BuildException(Problem.of(message).withCure(cure));
    }

    /** The place of its last character, or its beginning. */
    SourcePosition end() {
        String trimmed = text.stripTrailing();
        int line = (int) trimmed.chars().filter(c -> c == '\n').count() + 1;
        return new SourcePosition(file, line, Math.max(1, trimmed.length() - trimmed.lastIndexOf('\n') - 1));
    }

    /** The character at a place, in quotes; empty behind the end. */
    String at(SourcePosition position) {
        int offset = offset(position);
        return offset >= text.length() ? "" : "'" + Character.toString(text.codePointAt(offset)) + "'";
    }

    /** The line up to a place, and the lines before it, without blanks at the end. */
    String before(SourcePosition position) {
        return text.substring(0, offset(position)).stripTrailing();
    }

    private int offset(SourcePosition position) {
        int start = 0;
        for (int line = 1; line < position.line() && start >= 0; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.min(text.length(), Math.max(0, start + position.column() - 1));
    }
}
