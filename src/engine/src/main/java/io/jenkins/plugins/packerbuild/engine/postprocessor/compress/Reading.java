package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import io.jenkins.plugins.packerbuild.engine.postprocessor.FileWords;
import io.jenkins.plugins.packerbuild.engine.postprocessor.SourceFile;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A file on its way into an archive. What goes wrong with it is a {@link BuildException}, unlike trouble of the archive. */
final class Reading extends FilterInputStream {

    private final SourceFile file;
    private final Container container;

    private Reading(InputStream content, SourceFile file, Container container) {
        super(content);
        this.file = file;
        this.container = container;
    }

    /**
     * Begins.
     *
     * @throws BuildException when it is no file that can be read
     */
    static Reading of(SourceFile file, Container container) {
        try {
            return new Reading(file.open(), file, container);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw trouble(container.unopened(file.name()), FileWords.of("open", file.name(), e), e);
        } catch (IOException e) {
            throw trouble(container.unread(file.name()), FileWords.of("read", file.name(), e), e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw trouble(container.unread(file.name()), FileWords.of("read", file.name(), e), e);
        }
    }

    /** What a tar notes before it. */
    TarHeader header(String name) {
        try {
            return FileFacts.header(name, file.path());
        } catch (IOException e) {
            throw trouble(container.unread(file.name()), FileWords.of("stat", file.name(), e), e);
        }
    }

    /** That it is not as long as its header says. */
    BuildException changed() {
        return trouble(container.unread(file.name()), "its size changed while it was read", null);
    }

    private static BuildException trouble(String words, String reason, @Nullable Throwable cause) {
        return new BuildException(
                Problem.of("Could not archive a file: " + words + ": " + reason + ".")
                        .withCure("Only files that are there and can be read may be part of an artifact."),
                cause);
    }
}
