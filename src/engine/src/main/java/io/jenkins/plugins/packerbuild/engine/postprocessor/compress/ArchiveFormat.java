package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an archive is made as.
 *
 * @param container around the files
 * @param compression over all of it
 */
record ArchiveFormat(Container container, Compression compression) {

    private static final ArchiveFormat DEFAULT = new ArchiveFormat(Container.TAR, Compression.PGZIP);

    private static final Pattern EXTENSION = Pattern.compile("\\.([a-z0-9]+)");

    private static final Map<String, Compression> COMPRESSIONS = Map.of(
            "gz", Compression.PGZIP,
            "lz4", Compression.LZ4,
            "bgzf", Compression.BGZF,
            "xz", Compression.XZ);

    /**
     * By the last two extensions in a text, wherever they stand in it; anything unknown is a compressed tar. Packer looks at
     * the text as it stands in the template, before anything is rendered.
     *
     * @param output the name of the archive
     * @param format more extensions, which the name does not have; may be empty
     */
    static ArchiveFormat of(String output, String format) {
        List<String> extensions = new ArrayList<>();
        Matcher matcher = EXTENSION.matcher(format.isEmpty() ? output : output + "." + format);
        while (matcher.find()) {
            extensions.add(matcher.group(1));
        }
        int count = extensions.size();
        String last = count == 0 ? "" : extensions.get(count - 1);
        if (last.equals("zip")) {
            return new ArchiveFormat(Container.ZIP, Compression.NONE);
        }
        if (last.equals("tar")) {
            return new ArchiveFormat(Container.TAR, Compression.NONE);
        }
        @Nullable Compression compression = COMPRESSIONS.get(last);
        if (compression == null) {
            return DEFAULT;
        }
        boolean tar = count > 1 && extensions.get(count - 2).equals("tar");
        return new ArchiveFormat(tar ? Container.TAR : Container.NONE, compression);
    }

    /** For people: {@code tar with pgzip}. */
    String words() {
        return switch (container) {
            case TAR -> "tar with " + compression.word();
            case ZIP -> "zip";
            case NONE -> compression.word();
        };
    }
}
