package io.jenkins.plugins.packerbuild.engine.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One folder of {@code src/test/resources/differential}; its README says what is in it. */
record Case(String name, Path directory) {

    /** Beside the module's {@code pom.xml}, not a copy of it: recordings are written there. */
    static final Path ROOT = Path.of("src/test/resources/differential");

    private static final Set<String> OWN = Set.of("command", "environment", "stdin", "packer.txt", "ours.txt");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

    /** All cases, or those that {@code -Ddifferential.case} names. */
    static List<Case> all() throws IOException {
        try (Stream<Path> directories = Files.list(ROOT)) {
            return directories
                    .filter(Files::isDirectory)
                    .map(directory -> new Case(directory.getFileName().toString(), directory))
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
        }
    }

    /** Whether it has commands; if not, it only says of a difference that no comparison shows. */
    boolean isCompared() {
        return Files.exists(directory.resolve("command"));
    }

    /** The command lines of the runs, one after another in the same directory. */
    List<String> commands() throws IOException {
        return Files.readAllLines(directory.resolve("command")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** A command line as words: quotes hold words together, nothing else is special. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group().replaceAll("'([^']*)'|\"([^\"]*)\"", "$1$2"));
        }
        return words;
    }

    /** What the environment has beside the usual. */
    Map<String, String> environment() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        Path file = directory.resolve("environment");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return environment;
    }

    byte[] stdin() throws IOException {
        Path file = directory.resolve("stdin");
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /** The files that are there before the first run. */
    List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !OWN.contains(directory.relativize(file).toString()))
                    .filter(file -> !file.equals(directory.resolve(Difference.FILE)))
                    .toList();
        }
    }

    /** Why ours answers otherwise; empty if it does not. */
    Optional<Difference> difference() throws IOException {
        Path file = directory.resolve(Difference.FILE);
        return Files.exists(file) ? Optional.of(Difference.parse(name, Files.readString(file))) : Optional.empty();
    }

    /** Packer's recorded answer. */
    Path recording() {
        return directory.resolve("packer.txt");
    }

    /** Our recorded answer, as far as it differs by design. */
    Path ours() {
        return directory.resolve("ours.txt");
    }

    @Override
    public String toString() {
        return name;
    }
}
