package io.jenkins.plugins.packerbuild.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document of this repository.
 *
 * @param path relative to the repository's root
 */
record Markdown(String path, List<String> lines) {

    /** The repository, seen from the module in which tests run. */
    static final Path ROOT = Path.of("..", "..");

    private static final Pattern MARK = Pattern.compile("<!-- options: (\\S+) -->");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#: ]+)(?:#[^)]*)?\\)");

    static Markdown read(String path) {
        try {
            return new Markdown(path, Files.readAllLines(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks that are marked as Groovy. */
    List<GroovyText> groovy() {
        List<GroovyText> blocks = new ArrayList<>();
        int start = -1;
        for (int line = 0; line < lines.size(); line++) {
            if (start < 0 && lines.get(line).equals("```groovy")) {
                start = line + 1;
            } else if (start >= 0 && lines.get(line).equals("```")) {
                blocks.add(new GroovyText(path, start + 1, String.join("\n", lines.subList(start, line))));
                start = -1;
            }
        }
        return blocks;
    }

    /** Tables of options by the class of which they are, as their mark says: rows of cells. */
    Map<String, List<List<String>>> optionTables() {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            Matcher mark = MARK.matcher(lines.get(line));
            if (mark.matches()) {
                tables.put(mark.group(1), rows(line));
            }
        }
        return tables;
    }

    private List<List<String>> rows(int mark) {
        return lines.subList(mark, lines.size()).stream()
                .dropWhile(line -> line.startsWith("<!--"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** Files of the repository that it links to, relative to itself. */
    List<String> links() {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .toList();
    }
}
