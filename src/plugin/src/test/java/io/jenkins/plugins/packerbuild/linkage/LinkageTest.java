package io.jenkins.plugins.packerbuild.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds linkage.txt to what the plugin's class files refer to. */
class LinkageTest {

    private static final String RENEW =
            "mvn -pl src/plugin -am test -Dtest=LinkageTest -Dsurefire.failIfNoSpecifiedTests=false -Dlinkage.update=true";

    private static final List<String> HEADING = List.of(
            "# What packer-build.hpi needs of Jenkins and its plugins. Written by a test, renewed by:",
            "# " + RENEW,
            "# LinkageCheck looks each line up in real jars.");

    private final Path file = Path.of("linkage.txt");

    @Test
    void theListIsWhatTheClassFilesReferTo() throws IOException {
        List<String> actual = linkage();

        if (Boolean.getBoolean("linkage.update")) {
            List<String> lines = new ArrayList<>(HEADING);
            lines.addAll(actual);
            Files.write(file, lines);
        }

        assertThat(committed())
                .as("src/plugin/linkage.txt is not what the plugin's class files refer to. Renew it with: " + RENEW)
                .containsExactlyInAnyOrderElementsOf(actual);
    }

    @Test
    void everyLineCanBeReadBack() throws IOException {
        assertThat(linkage()).allSatisfy(line -> assertThat(Link.parse(line)).hasToString(line));
    }

    private static List<String> linkage() throws IOException {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        try (TypeSpace space = new TypeSpace(classPath)) {
            return Linkage.of(Path.of("target/classes"), space).stream()
                    .map(Link::toString)
                    .toList();
        }
    }

    private TreeSet<String> committed() throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
