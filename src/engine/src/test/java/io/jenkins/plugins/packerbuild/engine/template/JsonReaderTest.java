package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReaderTest {

    @TempDir
    Path folder;

    private final List<String> duplicates = new ArrayList<>();

    private JsonValue read(String text) {
        return read(new SourceText("f.json", text));
    }

    private JsonValue read(SourceText source) {
        return new JsonReader(source, twice -> duplicates.add(twice.keyPosition() + " " + twice.key())).read();
    }

    @Test
    void keepsLineAndColumnOfKeysAndValues() {
        JsonValue.Members root =
                (JsonValue.Members) read("{\n  \"a\" : [1,\n\t\"ü\", null],\r\n \"ä\": {\"b\": true}}");

        assertThat(root.position()).hasToString("f.json:1:1");
        JsonValue.Member a = root.members().get(0);
        assertThat(a.keyPosition()).hasToString("f.json:2:3");
        assertThat(a.value().position()).hasToString("f.json:2:9");
        assertThat(((JsonValue.Items) a.value()).values())
                .extracting(value -> value.position().toString())
                .containsExactly("f.json:2:10", "f.json:3:2", "f.json:3:7");
        JsonValue.Member b =
                ((JsonValue.Members) root.members().get(1).value()).members().get(0);
        assertThat(b.keyPosition()).hasToString("f.json:4:8");
        assertThat(b.value().position()).hasToString("f.json:4:13");
    }

    @Test
    void reportsEveryDuplicateFieldAndKeepsTheFirst() {
        JsonValue.Members root =
                (JsonValue.Members) read("{\"a\": 1,\n \"a\": 2, \"o\": {\"b\": 1, \"b\": 2}, \"a\": 3}");

        assertThat(duplicates).containsExactly("f.json:2:2 a", "f.json:2:24 b", "f.json:2:33 a");
        assertThat(root.value("a").orElseThrow())
                .isInstanceOfSatisfying(
                        JsonValue.Number.class,
                        number -> assertThat(number.literal()).isEqualTo("1"));
    }

    @Test
    void toleratesAByteOrderMark() {
        InputStream in = new ByteArrayInputStream("\uFEFF{}".getBytes(StandardCharsets.UTF_8));

        assertThat(read(SourceText.read("template", in, "-")).position()).hasToString("-:1:1");
    }

    @Test
    void refusesDeepNestingAsAProblem() {
        assertThatThrownBy(() -> read("[".repeat(1_000_000)))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("nested deeper than 200 levels");
    }

    @Test
    void readsTenMegabytesAndRefusesMuchMore() {
        String text = "{\"a\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        InputStream in = new ByteArrayInputStream(new byte[SourceText.LARGEST_BYTES + 1]);

        assertThat(read(text)).isInstanceOf(JsonValue.Members.class);
        assertThatThrownBy(() -> SourceText.read("template", in, "big.json"))
                .hasMessage("Could not read template 'big.json': it is larger than 16 MiB. Give a smaller file.");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', (byte) 0xE4, '}'});

        assertThatThrownBy(() -> SourceText.read("template", folder.resolve("nope.json"), "nope.json"))
                .hasMessageStartingWith(
                        "Could not read template 'nope.json': no such file or directory. Check the path");
        assertThatThrownBy(() -> SourceText.read("template", folder, "dir"))
                .hasMessage(
                        "Could not read template 'dir': it is a directory, and HCL2 is not there yet. Give the path of one JSON file.");
        assertThatThrownBy(() -> SourceText.read("template", latin, "latin.json"))
                .hasMessage(
                        "Could not read template 'latin.json': it is not UTF-8 text. Give the path of a JSON file that is saved as UTF-8.");
    }

    @Test
    void survivesRandomText() {
        Random random = new Random(7);
        String[] pieces = {
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-", "true", "nul", "null", " ", "\n", "\\", "é"
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(10); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(read(text.toString())).isNotNull();
            } catch (BuildException e) {
                assertThat(e.problem().position()).as(text.toString()).isNotNull();
            }
        }
    }
}
