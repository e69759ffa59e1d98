package io.jenkins.plugins.packerbuild.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The engines on one machine: {@code <root>/<digest>/} with the jars, {@code <digest>.used} touched at every use, and
 * {@code <digest>-<java>.jsa} with the class-data archive of one Java. Several builds may use it at once, from several
 * controllers too: what is there is never changed, only added by rename or pruned when nobody has used it for 30 days.
 */
final class EngineStore {

    static final String JAR = "packer-build.jar";
    static final Duration UNUSED = Duration.ofDays(30);

    private static final Pattern OURS = Pattern.compile("([0-9a-f]{64})(\\..*|-[0-9a-f]{16}\\.jsa.*)?");

    private final Path root;

    EngineStore(Path root) {
        this.root = root;
    }

    /** Where an engine is, or will be. */
    Path directory(String digest) {
        return root.resolve(digest);
    }

    /** Where the class-data archive for one Java is, or will be. A Java is told by its place and its release file. */
    Path archive(String digest, Path javaHome) {
        byte[] release;
        try {
            release = Files.readAllBytes(javaHome.resolve("release"));
        } catch (IOException e) {
            release = new byte[0];
        }
        String java = javaHome + "\n" + new String(release, StandardCharsets.UTF_8);
        String key = EngineDigest.shortOf(java.getBytes(StandardCharsets.UTF_8));
        return root.resolve(digest + "-" + key + ".jsa");
    }

    /** Whether the engine is there with all its files unchanged; a damaged one is moved out of the way. */
    boolean has(String digest) throws IOException {
        Path directory = directory(digest);
        if (!Files.isDirectory(directory)) {
            return false;
        }
        if (EngineDigest.of(directory).equals(digest)) {
            return true;
        }
        Path away = root.resolve(digest + ".damaged." + System.nanoTime());
        Files.move(directory, away, StandardCopyOption.ATOMIC_MOVE);
        Trees.remove(away);
        return false;
    }

    /**
     * Puts a copied engine in its place.
     *
     * @param copy a directory below the root, which is gone afterwards
     * @throws IOException when it is not what it should be
     */
    void adopt(Path copy, String digest) throws IOException {
        try {
            String found = EngineDigest.of(copy);
            if (!found.equals(digest)) {
                throw new IOException(
                        "what arrived is not what was sent (SHA-256 " + found + " instead of " + digest + ")");
            }
            moveIntoPlace(copy, digest);
        } finally {
            Trees.remove(copy);
        }
    }

    /** Another build, or another controller, may have been faster: its engine is the same. */
    private void moveIntoPlace(Path copy, String digest) throws IOException {
        try {
            Files.move(copy, directory(digest), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(directory(digest))) {
                throw e;
            }
        }
    }

    /** Notes that it is used now. */
    void touch(String digest) throws IOException {
        Path used = root.resolve(digest + ".used");
        if (Files.exists(used)) {
            Files.setLastModifiedTime(used, FileTime.from(Instant.now()));
        } else {
            Files.write(used, new byte[0]);
        }
    }

    /**
     * Removes engines, and remains of copying, that nobody has used for 30 days and no session directory names.
     *
     * @param keep never this one
     * @return the digests removed
     */
    List<String> prune(String keep, Instant now) throws IOException {
        Set<String> busy = busy();
        List<String> removed = new ArrayList<>();
        for (Path path : children(root)) {
            Matcher name = OURS.matcher(path.getFileName().toString());
            if (!name.matches() || name.group(1).equals(keep) || busy.contains(name.group(1))) {
                continue;
            }
            if (lastUse(path, name.group(1)).plus(UNUSED).isBefore(now)) {
                Trees.remove(path);
                removed.add(name.group(1));
            }
        }
        return removed.stream().distinct().toList();
    }

    /** Modification times here are all of this machine's own clock. */
    private Instant lastUse(Path path, String digest) {
        try {
            Path used = root.resolve(digest + ".used");
            return Files.getLastModifiedTime(Files.exists(used) ? used : path).toInstant();
        } catch (IOException e) {
            return Instant.MAX.minus(UNUSED);
        }
    }

    /** Digests that the start-up options of a session name. */
    private Set<String> busy() throws IOException {
        Pattern digest = Pattern.compile("[0-9a-f]{64}");
        return children(root.resolve("sessions")).stream()
                .map(session -> text(session.resolve(SessionFolder.ARGUMENTS)))
                .flatMap(text -> digest.matcher(text).results().map(result -> result.group()))
                .collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
