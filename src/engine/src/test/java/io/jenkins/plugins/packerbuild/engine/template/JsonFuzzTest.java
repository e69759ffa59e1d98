package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts that nobody would write: each is either JSON, or has one problem at a place that the text has. */
class JsonFuzzTest {

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u12",
            "\\ud800",
            "\"a\"",
            "\"a\":",
            "null",
            "true",
            "fals",
            "-",
            "0",
            "01",
            "1e400",
            "-0.0",
            "1.",
            "NaN",
            "//",
            "/*",
            "'",
            "\n",
            "\r\n",
            "\t",
            " ",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "ü",
            "\uD83D\uDE00",
            "\uD800");

    @Property(tries = 3000, seed = "1")
    void jsonLikeTextsAreReadOrExplained(@ForAll("soup") String text) {
        check(text);
    }

    @Property(tries = 1000, seed = "2")
    void anyTextsAreReadOrExplained(@ForAll String text) {
        check(text);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    private static void check(String text) {
        SourceText source = new SourceText("f.json", text);
        try {
            within(text, new JsonReader(source, twice -> within(text, twice.keyPosition())).read());
        } catch (BuildException e) {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problem().message()).endsWith(".").doesNotContain("Exception", "com.fasterxml");
            within(text, Objects.requireNonNull(e.problem().position()));
        }
    }

    private static void within(String text, JsonValue value) {
        within(text, value.position());
        if (value instanceof JsonValue.Items items) {
            items.values().forEach(item -> within(text, item));
        } else if (value instanceof JsonValue.Members members) {
            members.members().forEach(member -> {
                within(text, member.keyPosition());
                within(text, member.value());
            });
        }
    }

    private static void within(String text, SourcePosition position) {
        assertThat(position).isNotNull();
        List<String> lines =
                text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
        assertThat(position.line()).isBetween(1, Math.max(1, lines.size() + 1));
        String line = position.line() > lines.size() ? "" : lines.get(position.line() - 1);
        assertThat(position.column()).isBetween(1, line.length() + 2);
    }
}
