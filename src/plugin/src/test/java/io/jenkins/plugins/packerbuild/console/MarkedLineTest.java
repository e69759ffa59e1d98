package io.jenkins.plugins.packerbuild.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedLineTest {
    private static final Map<String, Integer> NAMES =
            names("amazon-ebs", "web [blue]", "<img src=x onerror='a(\"b\")'>");

    @Test
    void marksTheLineAndItsPrefix() {
        assertThat(html("[amazon-ebs] ==> Launching...\n"))
                .isEqualTo("<span class=\"pkr-line pkr-b0\" data-pkr=\"amazon-ebs\">"
                        + "<span class=\"jenkins-!-color-teal\">[amazon-ebs]</span> ==> Launching...</span>\n");
    }

    @Test
    void findsANameWithBrackets() {
        assertThat(html("[web [blue]]     text"))
                .startsWith("<span class=\"pkr-line pkr-b1\" data-pkr=\"web [blue]\">");
    }

    @Test
    void escapesAHostileName() {
        assertThat(MarkedLine.of("[<img src=x onerror='a(\"b\")'>] x", NAMES))
                .get()
                .extracting(MarkedLine::lineTag)
                .isEqualTo(
                        "<span class=\"pkr-line pkr-b2\" data-pkr=\"&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2026-11-25T01:10:18.123Z] [amazon-ebs] x",
                "[2026-11-25 01:10:18] [amazon-ebs] x",
                "01:10:18 [amazon-ebs] x",
                "01:10:18.123  [amazon-ebs] x"
            })
    void letsATimestampStandBefore(String line) {
        String html = html(line);

        assertThat(html).contains(" <span class=\"pkr-line pkr-b0\"").endsWith("[amazon-ebs]</span> x</span>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[]",
                "[nobody] ==> x",
                "x [amazon-ebs] ==> x",
                " [amazon-ebs] ==> x",
                "[Pipeline] [amazon-ebs] x",
                "[amazon-ebs",
                "12:00 is noon",
                "[2026-11-25T01:10:18.123Z] "
            })
    void leavesOtherLinesAlone(String line) {
        assertThat(MarkedLine.of(line, NAMES)).isEmpty();
    }

    @Test
    void asksNoMoreOfMostLinesThanTheirFirstCharacter() {
        assertThat(MarkedLine.isPossible("+ make")).isFalse();
        assertThat(MarkedLine.isPossible("")).isFalse();
        assertThat(MarkedLine.isPossible("[x")).isTrue();
        assertThat(MarkedLine.isPossible("01:10")).isTrue();
    }

    @Test
    void isDoneSoonWithALongLine() {
        String line = "[" + "]".repeat(1_000_000);

        assertThat(MarkedLine.of(line, NAMES)).isEmpty();
    }

    @Test
    void usesTheColoursAgainWhenThereAreMoreBuilders() {
        Map<String, Integer> many = new LinkedHashMap<>();
        for (int number = 0; number < 200; number++) {
            many.put("b" + number, number);
        }

        assertThat(MarkedLine.of("[b199] x", many).orElseThrow().prefixTag())
                .matches("<span class=\"jenkins-!-color-[a-z]+\">");
    }

    @Test
    void knowsAnAnnotatorForEveryLog() {
        assertThat(new PackerConsoleAnnotatorFactory().newInstance("a log"))
                .isSameAs(PackerConsoleAnnotator.INSTANCE)
                .isSameAs(new PackerConsoleAnnotatorFactory().newInstance("another"));
    }

    @Test
    void staysTheSameSmallAnnotatorInABrowser() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(PackerConsoleAnnotator.INSTANCE);

        Object back = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(back).isSameAs(PackerConsoleAnnotator.INSTANCE);
        assertThat(bytes.size()).isLessThan(250);
    }

    /** As Jenkins puts the tags in. */
    private static String html(String line) {
        MarkedLine marked = MarkedLine.of(line, NAMES).orElseThrow();
        return line.substring(0, marked.start())
                + marked.lineTag()
                + marked.prefixTag()
                + line.substring(marked.start(), marked.prefixEnd())
                + MarkedLine.CLOSING_TAG
                + line.substring(marked.prefixEnd(), marked.end())
                + MarkedLine.CLOSING_TAG
                + line.substring(marked.end());
    }

    private static Map<String, Integer> names(String... names) {
        Map<String, Integer> result = new LinkedHashMap<>();
        for (String name : names) {
            result.put(name, result.size());
        }
        return result;
    }
}
