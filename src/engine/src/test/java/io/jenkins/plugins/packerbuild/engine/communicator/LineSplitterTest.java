package io.jenkins.plugins.packerbuild.engine.communicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.console.RedactingListener;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    @Test
    void givesLinesWithoutTheirEndsAndTrailingSpace() {
        feed("one\r\n  two \t\n\nthree");

        assertThat(lines).containsExactly("one", "  two", "", "three");
    }

    @Test
    void givesWhatStandsAfterTheLastCarriageReturn() {
        feed("10%\r50%\r100%\r\ndone\r");

        assertThat(lines).containsExactly("100%", "done");
    }

    @Test
    void joinsWhatArrivesInPieces() {
        byte[] text = "grün\nblau".getBytes(StandardCharsets.UTF_8);
        for (byte one : text) {
            splitter.accept(new byte[] {one});
        }
        splitter.end();

        assertThat(lines).containsExactly("grün", "blau");
    }

    @Test
    void replacesWhatIsNoText() {
        splitter.accept(new byte[] {'a', (byte) 0xff, 'b', '\n'});

        assertThat(lines).containsExactly("a\ufffdb");
    }

    @Test
    void cutsEndlessLinesAndSaysSo() {
        feed("x".repeat(LineSplitter.LIMIT_BYTES + 7) + "\nshort\n");

        assertThat(lines)
                .containsExactly(
                        "x".repeat(LineSplitter.LIMIT_BYTES), "[... 7 more bytes of this line were cut]", "short");
    }

    @Test
    void cutsBetweenTwoCharacters() {
        feed("x".repeat(LineSplitter.LIMIT_BYTES - 1) + "\u00fc\n");

        assertThat(lines)
                .containsExactly("x".repeat(LineSplitter.LIMIT_BYTES - 1), "[... 2 more bytes of this line were cut]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "gr\u00fc\u00dfe-\u20ac-\ud83d\ude00-passwort"})
    void showsNoPartOfASecretWhereverALineIsCut(String secret) {
        int bytes = secret.getBytes(StandardCharsets.UTF_8).length;
        for (int before = 0; before <= bytes; before++) {
            String shown = shown(secret, LineSplitter.LIMIT_BYTES - before);

            assertThat(shown).as("cut after %d bytes", before).doesNotContain(secret.substring(0, 3));
        }
    }

    /** What comes out at the end of the chain of a real build, for a line with the secret after so many bytes. */
    private static String shown(String secret, int at) {
        Redactor redactor = new Redactor();
        redactor.add(Secret.of(secret));
        StringBuilder all = new StringBuilder();
        RedactingListener chain = new RedactingListener(
                redactor,
                List.of(event -> event.mapText(text -> {
                    all.append(text).append('\n');
                    return text;
                })));
        LineSplitter splitter = new LineSplitter(new Narrator("web", chain)::message);
        splitter.accept(("x".repeat(at) + secret + " and more\nnext\n").getBytes(StandardCharsets.UTF_8));
        return all.toString();
    }

    @Test
    void givesNoLineForNothing() {
        feed("");

        assertThat(lines).isEmpty();
    }

    private void feed(String text) {
        splitter.accept(text.getBytes(StandardCharsets.UTF_8));
        splitter.end();
    }
}
