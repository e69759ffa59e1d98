package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeMap;

/**
 * The programs that a machine has instead of real ones, as {@code sudo}, {@code apt-get} and {@code sleep}: shell scripts
 * in the resources. The file {@code index} names each and the script that it is.
 */
final class Shims {

    private final Path directory;
    private final Set<String> names;

    private Shims(Path directory, Set<String> names) {
        this.directory = directory;
        this.names = names;
    }

    /**
     * Writes the shims into a directory, which is then shared by all machines.
     *
     * @param factor what {@code sleep} divides its time by
     */
    static Shims write(Path directory, double factor) throws IOException {
        Files.createDirectories(directory);
        TreeMap<String, String> index = new TreeMap<>();
        for (String line : resource("shims/index").split("\n")) {
            String[] nameAndScript = line.split(" ");
            index.put(nameAndScript[0], nameAndScript[nameAndScript.length - 1]);
        }
        for (String name : index.keySet()) {
            writeProgram(directory.resolve(name), resource("shims/" + index.get(name)));
        }
        for (String script : new String[] {"init", "enter-root", "gate"}) {
            writeProgram(directory.resolve("." + script), resource(script));
        }
        Files.writeString(directory.resolve(".known-scripts"), resource("known-scripts"));
        Files.writeString(directory.resolve(".factor"), factor + "\n");
        return new Shims(directory, Set.copyOf(index.keySet()));
    }

    Path directory() {
        return directory;
    }

    Set<String> names() {
        return names;
    }

    private static void writeProgram(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Shims.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
