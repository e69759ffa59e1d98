package io.jenkins.plugins.packerbuild.engine.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Durations as Packer says them: the two largest units that are not zero, as in {@code 2 seconds 44 milliseconds}. */
final class DurationWords {

    private static final Map<String, Long> MICROS = new LinkedHashMap<>();

    static {
        long day = Duration.ofDays(1).toNanos() / 1000;
        MICROS.put("year", 365 * day);
        MICROS.put("week", 7 * day);
        MICROS.put("day", day);
        MICROS.put("hour", day / 24);
        MICROS.put("minute", 60_000_000L);
        MICROS.put("second", 1_000_000L);
        MICROS.put("millisecond", 1_000L);
        MICROS.put("microsecond", 1L);
    }

    private DurationWords() {}

    /** In words; {@code 0 microseconds} for less than one. */
    static String of(Duration duration) {
        long left = Math.max(0, duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1000);
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, Long> unit : MICROS.entrySet()) {
            long count = left / unit.getValue();
            left %= unit.getValue();
            if (count > 0) {
                words.add(count + " " + unit.getKey() + (count == 1 ? "" : "s"));
            }
        }
        return words.isEmpty() ? "0 microseconds" : String.join(" ", words.subList(0, Math.min(2, words.size())));
    }
}
