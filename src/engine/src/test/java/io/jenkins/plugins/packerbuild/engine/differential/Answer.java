package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one engine answers to a case.
 *
 * @param runs one for each command, in order
 * @param files what is there after the last one
 */
record Answer(List<Run> runs, List<MadeFile> files) {

    Answer {
        runs = List.copyOf(runs);
        files = List.copyOf(files);
    }

    /** As {@code packer.txt} has it: headings at the margin, everything else below them, indented. */
    String text() {
        List<String> lines = new ArrayList<>();
        for (Run run : runs) {
            lines.add("run " + run.command());
            lines.add("exit " + run.exit());
            section(lines, "records", run.records());
            section(lines, "problems", run.problems());
            section(lines, "text", run.text());
        }
        for (MadeFile file : files) {
            lines.add("file " + file.mode() + " " + file.name());
            indent(lines, file.content());
        }
        return String.join("\n", lines) + "\n";
    }

    private static void section(List<String> lines, String heading, List<String> content) {
        if (!content.isEmpty()) {
            lines.add(heading);
            indent(lines, content);
        }
    }

    private static void indent(List<String> lines, List<String> content) {
        content.forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
    }

    /** The inverse of {@link #text}. */
    static Answer parse(String text) {
        List<Block> blocks = Block.split(text);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).is("run")) {
                runs.add(run(blocks.subList(i, blocks.size())));
            }
        }
        Stream<Block> files = blocks.stream().filter(block -> block.is("file"));
        return new Answer(runs, files.map(Answer::file).toList());
    }

    private static Run run(List<Block> blocks) {
        List<Block> own = blocks.stream()
                .skip(1)
                .takeWhile(block -> !block.is("run") && !block.is("file"))
                .toList();
        int exit = Integer.parseInt(find(own, block -> block.is("exit")).rest());
        return new Run(
                blocks.get(0).rest(),
                exit,
                find(own, block -> block.is("records")).content(),
                find(own, block -> block.is("problems")).content(),
                find(own, block -> block.is("text")).content());
    }

    private static Block find(List<Block> blocks, Predicate<Block> what) {
        return blocks.stream().filter(what).findFirst().orElse(new Block("", List.of()));
    }

    private static MadeFile file(Block block) {
        String[] words = block.rest().split(" ", 2);
        return new MadeFile(words[1], words[0], block.content());
    }

    private record Block(String heading, List<String> content) {

        static List<Block> split(String text) {
            List<Block> blocks = new ArrayList<>();
            for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
                if (line.isEmpty() || line.startsWith("  ")) {
                    blocks.get(blocks.size() - 1).content().add(line.isEmpty() ? "" : line.substring(2));
                } else {
                    blocks.add(new Block(line, new ArrayList<>()));
                }
            }
            return blocks;
        }

        boolean is(String word) {
            return heading.equals(word) || heading.startsWith(word + " ");
        }

        String rest() {
            return heading.substring(heading.indexOf(' ') + 1);
        }
    }
}
