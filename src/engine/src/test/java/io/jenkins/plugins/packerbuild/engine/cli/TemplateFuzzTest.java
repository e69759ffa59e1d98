package io.jenkins.plugins.packerbuild.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Real templates with pieces changed, from their text to their problems by the real command line: it ends, with 0 or 1, says
 * nothing of how it is made inside, and every place that it names is in the file.
 */
class TemplateFuzzTest {

    private static final Pattern PLACE = Pattern.compile("t\\.json:(\\d+):(\\d+): ");
    private static final Pattern INSIDES = Pattern.compile("\\w+(Exception|Error)\\b|\\n\\s+at |java\\.|@[0-9a-f]{6}");

    private static final List<String> PIECES = List.of(
            "",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-1",
            "1e400",
            "\"\"",
            "[]",
            "{}",
            "[null]",
            "[[\"a\"]]",
            "\"{{\"",
            "\"{{user `a`}}\"",
            "\"{{.Nope}}\"",
            "\"{{build `ID`}}\"",
            "\"{{if}}\"",
            "\"{{env `HOME`}}\"",
            "\"{{index . 99}}\"",
            "\"{{printf `%9999999d` 1}}\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"../..\"",
            "\"9999999999h\"",
            "\"99999999999999999999\"",
            "\"type\":\"null\"",
            "\"name\":\"\"",
            "\"only\":[\"x\"]",
            "\"override\":{\"null\":3},",
            "\"pause_before\":{},");

    private static List<String> corpus = List.of();
    private static Path work = Path.of("");

    @BeforeContainer
    static void readTheTemplates() throws IOException {
        work = Files.createTempDirectory("template-fuzz");
        Path cases = Path.of("src/test/resources/differential");
        try (Stream<Path> files = Files.walk(cases)) {
            corpus = files.filter(file -> file.endsWith("template.json"))
                    .sorted()
                    .map(TemplateFuzzTest::text)
                    .filter(text -> !text.contains("vault") && !text.contains("consul") && !text.contains("secretsm"))
                    .toList();
        }
        assertThat(corpus).hasSizeGreaterThan(100);
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.deleteIfExists(work.resolve("t.json"));
        Files.delete(work);
    }

    @Property(tries = 1200, seed = "3")
    void everyTextIsAnsweredInPlainWords(@ForAll("mutants") String text) throws IOException {
        Files.writeString(work.resolve("t.json"), text, StandardCharsets.UTF_8);
        InProcess.Result result =
                InProcess.run(work, Map.of("HOME", "/nobody"), new byte[0], List.of("validate", "t.json"));

        assertThat(result.exit()).as(text).isIn(0, 1);
        assertThat(result.printed()).as(text).isNotBlank();
        assertThat(INSIDES.matcher(result.printed()).results().map(MatchResult::group))
                .as(() -> text + "\n" + result.printed())
                .allMatch(text::contains);
        PLACE.matcher(result.printed()).results().forEach(place -> isInside(text, place));
    }

    private static void isInside(String text, MatchResult place) {
        List<String> lines = text.lines().toList();
        int line = Integer.parseInt(place.group(1));
        assertThat(line).as(place.group()).isBetween(1, lines.size() + 1);
        assertThat(Integer.parseInt(place.group(2)))
                .as(place.group())
                .isBetween(1, line > lines.size() ? 1 : lines.get(line - 1).length() + 2);
    }

    @Provide
    Arbitrary<String> mutants() {
        return Arbitraries.longs().map(seed -> mutant(new Random(seed)));
    }

    private static String mutant(Random random) {
        StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + (random.nextBoolean() ? 0 : random.nextInt(12)));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(from, (char) random.nextInt(256));
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> replaceValue(text, from, random);
                default -> text.replace(from, to, piece(random));
            }
        }
        return text.toString();
    }

    /** Another value behind the next colon: most of these stay JSON, so that options meet every type. */
    private static void replaceValue(StringBuilder text, int from, Random random) {
        int colon = text.indexOf("\":", from);
        int end = colon < 0 ? -1 : text.indexOf("\n", colon);
        if (end > 0) {
            boolean comma = text.charAt(end - 1) == ',';
            text.replace(colon + 2, end, " " + piece(random) + (comma ? "," : ""));
        }
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
