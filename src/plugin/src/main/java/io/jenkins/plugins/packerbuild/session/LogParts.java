package io.jenkins.plugins.packerbuild.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The files of one builder's log, and how to read them. They are named by the builder's number, never by its name.
 *
 * @param directory where they are
 * @param index the builder's number
 */
record LogParts(Path directory, int index) {

    private static final Pattern SEGMENT = Pattern.compile("log-\\d+\\.from-(\\d{1,18})\\.txt");

    Path head() {
        return directory.resolve("log-" + index + ".txt");
    }

    Path segment(long start) {
        return directory.resolve("log-" + index + ".from-" + start + ".txt");
    }

    Path packed() {
        return directory.resolve("log-" + index + ".txt.gz");
    }

    /** Where its segments begin, in order. */
    List<Long> segments() throws IOException {
        List<Long> starts = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "log-" + index + ".from-*.txt")) {
                for (Path file : files) {
                    Matcher name = SEGMENT.matcher(String.valueOf(file.getFileName()));
                    if (name.matches()) {
                        starts.add(Long.parseLong(name.group(1)));
                    }
                }
            }
        }
        Collections.sort(starts);
        return starts;
    }

    /** All that is kept. */
    InputStream read(LogLimits limits) throws IOException {
        return Files.exists(packed()) ? new GZIPInputStream(Files.newInputStream(packed())) : plain(limits);
    }

    /** Packs it. Nothing is written to it any more. */
    void pack(LogLimits limits) throws IOException {
        if (Files.exists(packed()) || !Files.exists(head())) {
            return;
        }
        Path temporary = directory.resolve("log-" + index + ".gz.tmp");
        try (InputStream in = plain(limits);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(temporary))) {
            in.transferTo(out);
        }
        WholeFile.move(temporary, packed());
        for (long start : segments()) {
            Files.deleteIfExists(segment(start));
        }
        Files.deleteIfExists(head());
    }

    private InputStream plain(LogLimits limits) throws IOException {
        if (!Files.exists(head())) {
            return InputStream.nullInputStream();
        }
        List<InputStream> streams = new ArrayList<>();
        streams.add(Files.newInputStream(head()));
        long end = Files.size(head());
        List<Long> starts = segments();
        List<Long> kept = starts.subList(Math.max(0, starts.size() - 2), starts.size());
        long skip = surplus(kept, limits);
        for (long start : kept) {
            InputStream in = Files.newInputStream(segment(start));
            long skipped = skip > 0 ? skipLines(in, Math.min(skip, Files.size(segment(start)))) : 0;
            if (start + skipped > end) {
                streams.add(notice(start + skipped - end));
            }
            streams.add(in);
            end = start + Files.size(segment(start));
            skip = 0;
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /** By how much the kept segments are longer than what is wanted of the end. */
    private long surplus(List<Long> kept, LogLimits limits) throws IOException {
        long size = 0;
        for (long start : kept) {
            size += Files.size(segment(start));
        }
        return Math.max(0, size - limits.tailBytes());
    }

    /** Skips bytes, and the rest of the line in which they end. */
    private static long skipLines(InputStream in, long bytes) throws IOException {
        in.skipNBytes(bytes - 1);
        long skipped = bytes - 1;
        int last;
        do {
            last = in.read();
            skipped += last < 0 ? 0 : 1;
        } while (last >= 0 && last != '\n');
        return skipped;
    }

    private static InputStream notice(long bytes) {
        String text = "\n[" + bytes + " bytes are not kept here: this log is longer than the administrator allows]\n\n";
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
