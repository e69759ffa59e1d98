package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

        assertThat(lines.get(0)).startsWith("xxx").endsWith("x [... 7 more bytes of this line were cut]");
        assertThat(lines).hasSize(2).endsWith("short");
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
