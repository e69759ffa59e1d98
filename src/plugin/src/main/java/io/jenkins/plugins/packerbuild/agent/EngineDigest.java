package io.jenkins.plugins.packerbuild.agent;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names what is in a directory: the SHA-256 of all names, lengths and contents. Times do not count. */
final class EngineDigest {

    private EngineDigest() {}

    /** 64 lower-case hexadecimal digits. */
    static String of(Path directory) throws IOException {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            for (Path file : files(directory)) {
                byte[] name = name(directory, file).getBytes(StandardCharsets.UTF_8);
                out.writeInt(name.length);
                out.write(name);
                out.writeLong(Files.size(file));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same of a few bytes, in 16 digits: enough to tell things of one machine apart. */
    static String shortOf(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content)).substring(0, 16);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .sorted((one, other) -> name(directory, one).compareTo(name(directory, other)))
                    .toList();
        }
    }

    /** The same on every system. */
    private static String name(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
