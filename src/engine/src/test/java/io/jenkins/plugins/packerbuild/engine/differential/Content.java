package io.jenkins.plugins.packerbuild.engine.differential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.tukaani.xz.XZInputStream;

/** The content of a file as lines; of an archive, which never comes out the same, what is in it. */
final class Content {

    private static final int BLOCK = 512;

    private final Normal normal;

    Content(Normal normal) {
        this.normal = normal;
    }

    List<String> lines(byte[] bytes) throws IOException {
        if (starts(bytes, 0, 0x1f, 0x8b)) {
            return inside("gzip", new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        }
        if (starts(bytes, 0, 0xfd, '7', 'z', 'X', 'Z')) {
            return inside("xz", new XZInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        }
        if (starts(bytes, 0, 0x04, 0x22, 0x4d, 0x18)) {
            return inside("lz4", new LZ4FrameInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        }
        if (starts(bytes, 0, 'P', 'K')) {
            return zip(bytes);
        }
        if (starts(bytes, 257, 'u', 's', 't', 'a', 'r')) {
            return tar(bytes);
        }
        try {
            return text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return List.of("(" + bytes.length + " bytes that are no text)");
        }
    }

    private List<String> text(String text) {
        List<String> lines = new ArrayList<>(List.of(normal.of(text).split("\n", -1)));
        if (!lines.remove(lines.size() - 1).isEmpty()) {
            lines.clear();
            lines.addAll(List.of(normal.of(text).split("\n", -1)));
            lines.add("(no newline at the end)");
        }
        return lines;
    }

    private List<String> inside(String name, byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>(List.of("(" + name + ")"));
        lines(bytes).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private List<String> zip(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>(List.of("(zip)"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                inside(entry.getName(), zip.readAllBytes()).forEach(line -> lines.add(normal.of("  " + line)));
            }
        }
        return lines;
    }

    private List<String> tar(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>(List.of("(tar)"));
        for (int at = 0; at + BLOCK <= bytes.length && bytes[at] != 0; ) {
            int size = Integer.parseInt(field(bytes, at + 124, 12), 8);
            String name =
                    field(bytes, at, 100) + " " + field(bytes, at + 100, 8).replaceFirst("^0+", "");
            byte[] content = Arrays.copyOfRange(bytes, at + BLOCK, at + BLOCK + size);
            inside(name, content).forEach(line -> lines.add(normal.of("  " + line)));
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return lines;
    }

    private static String field(byte[] bytes, int from, int length) {
        String field = new String(bytes, from, length, StandardCharsets.UTF_8);
        int end = field.indexOf('\0');
        return (end < 0 ? field : field.substring(0, end)).strip();
    }

    private static boolean starts(byte[] bytes, int at, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
