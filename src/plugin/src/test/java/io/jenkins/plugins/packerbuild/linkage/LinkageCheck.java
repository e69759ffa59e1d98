package io.jenkins.plugins.packerbuild.linkage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks every line of linkage.txt up in the real jars of Jenkins: {@code LinkageCheck linkage.txt PATH...}, where PATH is
 * a jar, a folder of jars, a folder of class files, or several of them as in a class path. A folder with class files of packer-build is searched for abstract
 * methods that are not implemented, too. Prints what does not fit, and exits with 1 if there is any.
 */
public final class LinkageCheck {

    private LinkageCheck() {}

    /** The command. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.out.println(
                    "LinkageCheck needs linkage.txt and the jars of Jenkins: LinkageCheck linkage.txt PATH...");
            System.exit(2);
        }
        List<Path> paths = Arrays.stream(arguments)
                .skip(1)
                .flatMap(each -> Arrays.stream(each.split(File.pathSeparator)))
                .map(Path::of)
                .toList();
        List<String> problems = check(Path.of(arguments[0]), paths);
        problems.forEach(System.out::println);
        System.out.println(problems.isEmpty() ? "All links resolve." : problems.size() + " links do not resolve.");
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** One line for each problem; empty if everything resolves. */
    static List<String> check(Path linkage, List<Path> paths) throws IOException {
        List<String> problems = new ArrayList<>();
        try (TypeSpace space = new TypeSpace(jarsIn(paths))) {
            LinkCheck links = new LinkCheck(space);
            for (String line : Files.readAllLines(linkage)) {
                if (!line.startsWith("#")) {
                    links.problemOf(Link.parse(line)).ifPresent(problem -> problems.add(line + ": " + problem + "."));
                }
            }
            AbstractMethods methods = new AbstractMethods(space);
            for (Path folder : paths.stream().filter(Files::isDirectory).toList()) {
                for (byte[] classFile : TypeSpace.classFiles(folder).values()) {
                    TypeShape type = TypeShape.read(classFile);
                    if (!Found.isForeign(type.name())) {
                        problems.addAll(methods.missingIn(type));
                    }
                }
            }
        }
        return problems;
    }

    private static List<Path> jarsIn(List<Path> paths) throws IOException {
        List<Path> all = new ArrayList<>(paths);
        for (Path folder : paths.stream().filter(Files::isDirectory).toList()) {
            try (Stream<Path> files = Files.list(folder)) {
                all.addAll(files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .toList());
            }
        }
        return all;
    }
}
