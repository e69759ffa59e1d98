package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ns",
        "1100, 1.1µs",
        "2200000, 2.2ms",
        "1500000000, 1.5s",
        "10000000000, 10s",
        "120000000000, 2m0s",
        "5461001000000, 1h31m1.001s",
        "3600000000000, 1h0m0s",
        "90000000000000, 25h0m0s",
        "-1500000000, -1.5s"
    })
    void printsDurationsAsGoDoes(long nanos, String text) {
        assertThat(GoText.of(Duration.ofNanos(nanos))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|time: missing unit in duration \"5\"",
                "1h5|time: missing unit in duration \"1h5\"",
                "x|time: invalid duration \"x\"",
                "''|time: invalid duration \"\"",
                "-|time: invalid duration \"-\"",
                ".s|time: invalid duration \".s\"",
                "1h x|time: unknown unit \"h x\" in duration \"1h x\"",
                "5y|time: unknown unit \"y\" in duration \"5y\"",
                "1.5.5s|time: missing unit in duration \"1.5.5s\""
            })
    void saysOfADurationWhatGoSays(String text, String words) {
        assertThat(GoDuration.fault(text)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"0", "-0", "1s", "1h5m", "+1.5h", ".5s", "5.s", "-2m", "1us", "1µs"})
    void hasNothingToSayOfADuration(String text) {
        assertThat(GoDuration.fault(text)).isEmpty();
    }
}
