package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "plain ü text|plain ü text",
                "a^[31mred^[0m|a^[31mred^[0m",
                "a^[1;38;5;9mx|a^[1;38;5;9mx",
                "a^[2Kb^[1Ac|abc",
                "a^[?25lb|ab",
                "a^[8mha:AAAA^[0mb|aha:AAAA^[0mb",
                "a^[1;08mb|ab",
                "a^]0;title~b|ab",
                "a^(Bb|ab",
                "a^[31|a",
                "a^|a",
                "10%^[K#20%|10%20%",
            },
            delimiter = '|')
    void keepsColoursAndNothingElse(String raw, String clean) {
        assertThat(CleanText.clean(escaped(raw))).isEqualTo(escaped(clean));
    }

    private static String escaped(String text) {
        return text.replace('^', (char) 27).replace('~', (char) 7).replace('#', '\r');
    }

    @Test
    void keepsTabs() {
        assertThat(CleanText.clean("a\tb\u0000c\u0085d")).isEqualTo("a\tbcd");
    }

    @Test
    void masksALineBeforeItIsCut() {
        String line = "x".repeat(CleanText.MOST_LINE_CHARS - 3) + "secret and more";
        List<String> lines = CleanText.lines("a\r\n" + line + "\n", text -> text.replace("secret", "****"));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("a");
        assertThat(lines.get(1)).endsWith("x*** [10 more characters of this line are not shown]");
    }

    @Test
    void boundsTheLinesOfABlock() {
        assertThat(CleanText.lines("\n".repeat(100_000), text -> text))
                .hasSize(10_001)
                .last()
                .isEqualTo("[90000 more characters of this block are not shown]");
    }

    @Test
    void makesOneLineOfAName() {
        assertThat(CleanText.name("a\u001b[31m\nb\u202ec")).isEqualTo("a[31mbc");
        assertThat(CleanText.name("x".repeat(1_000_000))).hasSize(200);
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(CleanText.clamp("ab\ud83d\ude00", 3)).isEqualTo("ab");
        assertThat(CleanText.clamp("ab", 0)).isEmpty();
    }
}
