package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "1h5m, PT1H5M",
        "1.5h, PT1H30M",
        ".5s, PT0.5S",
        "1.s, PT1S",
        "-2m, PT-2M",
        "+1m30s, PT1M30S",
        "0, PT0S",
        "100ms, PT0.1S",
        "3us, PT0.000003S",
        "3µs, PT0.000003S",
        "7ns, PT0.000000007S"
    })
    void readsGoDurations(String text, Duration expected) {
        assertThat(GoDuration.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1d", "1h 5m", "h5", ".s", "-", "1e3s", "five"})
    void refusesOthers(String text) {
        assertThatThrownBy(() -> GoDuration.parse(text)).hasMessage("must be a duration, not '" + text + "'");
    }

    @Test
    void asksForTheUnitOfABareNumber() {
        assertThatThrownBy(() -> GoDuration.parse("5"))
                .hasMessage("must be a duration with a unit, not 5 (Packer takes a bare number for nanoseconds)");
    }

    @Test
    void refusesMoreThanGoCanHold() {
        assertThatThrownBy(() -> GoDuration.parse("99999999h")).hasMessageContaining("at most 292 years");
    }
}
