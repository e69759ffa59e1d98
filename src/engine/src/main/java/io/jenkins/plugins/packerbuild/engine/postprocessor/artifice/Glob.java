package io.jenkins.plugins.packerbuild.engine.postprocessor.artifice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A pattern for files as Go reads it: {@code *}, {@code ?}, {@code [a-z]}, {@code [^a-z]}, a backslash before a character
 * that stands for itself. Each part of a path has its own; none of them stands for a slash, and each may find a name that
 * begins with a dot.
 *
 * @param text as it is written
 */
record Glob(String text) {

    private static final String META = "*?[\\";

    /**
     * Reads one.
     *
     * @throws PatternSyntaxException when a bracket is not closed, is empty, or nothing follows a backslash
     */
    static Glob parse(String text) {
        for (String part : text.split("/", -1)) {
            GlobPart.parse(part);
        }
        return new Glob(text);
    }

    /**
     * What it finds, in the order of names. A pattern without special characters is found as it is written.
     *
     * @param directory where a relative one begins
     */
    List<String> find(Path directory) throws IOException {
        return find(text, directory);
    }

    private static boolean isSpecial(String text) {
        return text.chars().anyMatch(c -> META.indexOf(c) >= 0);
    }

    private static List<String> find(String pattern, Path directory) throws IOException {
        if (!isSpecial(pattern)) {
            boolean there = !pattern.isEmpty() && Files.exists(directory.resolve(pattern), LinkOption.NOFOLLOW_LINKS);
            return there ? List.of(pattern) : List.of();
        }
        int slash = pattern.lastIndexOf('/');
        String parent = slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash);
        Pattern name = GlobPart.parse(pattern.substring(slash + 1));
        List<String> found = new ArrayList<>();
        List<String> parents = isSpecial(parent) ? find(parent, directory) : List.of(parent);
        for (String each : parents) {
            for (String child : children(directory.resolve(each))) {
                if (name.matcher(child).matches()) {
                    found.add(Path.of(each).resolve(child).normalize().toString());
                }
            }
        }
        return found;
    }

    /** Sorted; none of what is no directory, or may not be read. */
    private static List<String> children(Path parent) throws IOException {
        if (!Files.isDirectory(parent) || !Files.isReadable(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
