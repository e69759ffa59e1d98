package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import io.jenkins.plugins.packerbuild.engine.postprocessor.SourceFile;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts files into a container. What is wrong with a file is a {@code BuildException}, with the archive an
 * {@link IOException}.
 *
 * @param output where the container goes; closed by its owner
 * @param cancellation looked at all the time
 */
record Packing(OutputStream output, Cancellation cancellation) {

    /** A zip cannot say that it knows no time. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** By their names in the archive. */
    void tar(Map<String, SourceFile> files) throws IOException {
        for (Map.Entry<String, SourceFile> file : files.entrySet()) {
            try (Reading content = Reading.of(file.getValue(), Container.TAR)) {
                TarHeader header = content.header(file.getKey());
                output.write(header.bytes());
                exactly(header.size(), content);
                output.write(new byte[padding(header.size())]);
            }
        }
        output.write(new byte[2 * TarHeader.BLOCK]);
    }

    private void exactly(long size, Reading content) throws IOException {
        long[] left = {size};
        SourceFile.pump(
                content,
                (buffer, offset, length) -> {
                    left[0] -= length;
                    if (left[0] < 0) {
                        throw content.changed();
                    }
                    output.write(buffer, offset, length);
                },
                cancellation);
        if (left[0] > 0) {
            throw content.changed();
        }
    }

    private static int padding(long size) {
        return (int) ((TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK);
    }

    /** By their whole paths; one that is listed twice is there once. */
    void zip(List<SourceFile> files, int level) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(output);
        zip.setLevel(level);
        for (SourceFile file : files.stream().distinct().toList()) {
            try (Reading content = Reading.of(file, Container.ZIP)) {
                ZipEntry entry = new ZipEntry(file.name().replace(File.separatorChar, '/'));
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                SourceFile.pump(content, zip::write, cancellation);
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    /** The file and nothing else. */
    void single(SourceFile file) throws IOException {
        try (Reading content = Reading.of(file, Container.NONE)) {
            SourceFile.pump(content, output::write, cancellation);
        }
    }
}
