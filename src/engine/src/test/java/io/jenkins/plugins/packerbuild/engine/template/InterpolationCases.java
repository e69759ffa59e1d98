package io.jenkins.plugins.packerbuild.engine.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions of {@code cases.txt} with what Packer's console says to each. Below an expression stand the lines of its
 * answer, each after {@code =}; the words of its failure after {@code !}; or, written by hand, the form of an answer that
 * differs from run to run after {@code ~}.
 */
final class InterpolationCases {

    private static final Path FOLDER =
            Path.of("src/test/resources/io/jenkins/plugins/packerbuild/engine/template/testdata/interpolation");

    /** Has the variables that the expressions use. */
    static final Path TEMPLATE = FOLDER.resolve("console.json");

    private static final Path CASES = FOLDER.resolve("cases.txt");
    private static final Pattern MARK = Pattern.compile("@@(\\d+)");
    private static final Pattern WHERE =
            Pattern.compile("^template: root:\\d+(:\\d+)?: (executing \"\\w+\" at <.*?>: (?! ))?(template: )?");

    private InterpolationCases() {}

    /** What came of an expression. */
    enum Kind {
        /** A text. */
        ANSWER("  ="),
        /** A text of that form. */
        FORM("  ~"),
        /** An error. */
        FAILURE("  !");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /**
     * One expression.
     *
     * @param text the expression
     * @param kind what came of it
     * @param answer the text, its form as a regular expression, or the words of the error
     */
    record Case(String text, Kind kind, String answer) {

        /** As it stands in the file. */
        String shown() {
            StringBuilder shown = new StringBuilder(text).append('\n');
            for (String line : answer.split("\n", -1)) {
                shown.append(kind.mark).append(line.isEmpty() ? "" : " " + line).append('\n');
            }
            return shown.toString();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static List<Case> read() {
        try {
            List<String> lines = Files.readAllLines(CASES);
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < lines.size(); ) {
                String text = lines.get(i++);
                List<String> answer = new ArrayList<>();
                Kind kind = Kind.ANSWER;
                while (i < lines.size() && lines.get(i).startsWith("  ")) {
                    kind = kind(lines.get(i));
                    answer.add(lines.get(i).length() > 4 ? lines.get(i).substring(4) : "");
                    i++;
                }
                cases.add(new Case(text, kind, String.join("\n", answer)));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(String line) {
        for (Kind kind : Kind.values()) {
            if (line.startsWith(kind.mark)) {
                return kind;
            }
        }
        throw new IllegalStateException("Not a case: " + line);
    }

    static void write(List<Case> cases) throws IOException {
        StringBuilder all = new StringBuilder();
        cases.forEach(one -> all.append(one.shown()));
        Files.writeString(CASES, all);
    }

    /** The same with the answers of a Packer. Its console takes a file for somebody who types. */
    static List<Case> ask(Path packer, Path folder, List<Case> cases) throws IOException, InterruptedException {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            typed.append("@@")
                    .append(i)
                    .append('\n')
                    .append(cases.get(i).text())
                    .append('\n');
        }
        Path in = Files.writeString(folder.resolve("in"), typed);
        Path out = folder.resolve("out");
        ProcessBuilder console = new ProcessBuilder(
                packer.toString(), "console", TEMPLATE.toAbsolutePath().toString());
        console.environment().put("CHECKPOINT_DISABLE", "1");
        console.environment().put("HOME", folder.toString());
        Process running = console.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .start();
        if (!running.waitFor(120, TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new IOException("Packer's console does not come to an end.");
        }
        return answers(cases, new String(Files.readAllBytes(out), StandardCharsets.UTF_8));
    }

    private static List<Case> answers(List<Case> cases, String out) {
        List<Case> answered = new ArrayList<>();
        StringBuilder answer = new StringBuilder();
        for (String line : (out + "\n@@" + cases.size()).split("\n")) {
            Matcher mark = MARK.matcher(line);
            if (!mark.matches()) {
                answer.append(line).append('\n');
                continue;
            }
            if (!mark.group(1).equals("0")) {
                answered.add(answered(cases.get(answered.size()), answer.toString()));
            }
            answer.setLength(0);
        }
        return answered;
    }

    private static Case answered(Case asked, String answer) {
        int error = answer.indexOf("Interpolation error");
        if (error >= 0) {
            String words = answer.substring(error + "Interpolation error".length());
            String line = words.strip().replaceAll("\\s+", " ");
            return new Case(asked.text(), Kind.FAILURE, WHERE.matcher(line).replaceFirst(""));
        }
        String text = answer.replaceFirst("\n+$", "");
        boolean fits = asked.kind() == Kind.FORM && text.matches(asked.answer());
        return fits ? asked : new Case(asked.text(), Kind.ANSWER, text);
    }
}
