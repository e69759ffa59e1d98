package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations as Packer says them, as in {@code 2 minutes 3 seconds}: the two largest units that are not zero. */
final class DurationWords {

    private static final List<String> UNITS = List.of("day", "hour", "minute", "second", "millisecond");

    private DurationWords() {}

    static String of(Duration duration) {
        long[] counts = {
            duration.toDays(),
            duration.toHoursPart(),
            duration.toMinutesPart(),
            duration.toSecondsPart(),
            duration.toMillisPart()
        };
        List<String> words = new ArrayList<>();
        for (int i = 0; i < counts.length && words.size() < 2; i++) {
            if (counts[i] > 0) {
                words.add(counts[i] + " " + UNITS.get(i) + (counts[i] == 1 ? "" : "s"));
            }
        }
        return words.isEmpty() ? "0 milliseconds" : String.join(" ", words);
    }
}
