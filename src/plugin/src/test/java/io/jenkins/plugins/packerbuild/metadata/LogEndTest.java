package io.jenkins.plugins.packerbuild.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogEndTest {

    @Test
    void isAllOfAShortLog() throws IOException {
        assertThat(end("one\ntwo\n", 8)).isEqualTo(new LogEnd("one\ntwo\n", 0));
        assertThat(end("", 8)).isEqualTo(new LogEnd("", 0));
    }

    @Test
    void beginsWithAWholeLine() throws IOException {
        assertThat(end("one\ntwo\nthree\nfour\n", 12)).isEqualTo(new LogEnd("three\nfour\n", 8));
        assertThat(end("one\ntwo\nthree\nfour\n", 13)).isEqualTo(new LogEnd("three\nfour\n", 8));
    }

    @Test
    void showsTheEndOfALineThatIsLongerThanAll() throws IOException {
        assertThat(end("x".repeat(100), 10)).isEqualTo(new LogEnd("x".repeat(10), 90));
    }

    @Test
    void saysWhatIsSkippedInKilobytes() {
        assertThat(new LogEnd("", 1).getSkippedKilobytes()).isEqualTo(1);
        assertThat(new LogEnd("", 0).getSkippedKilobytes()).isZero();
    }

    private static LogEnd end(String log, int mostBytes) throws IOException {
        return LogEnd.of(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), mostBytes);
    }
}
