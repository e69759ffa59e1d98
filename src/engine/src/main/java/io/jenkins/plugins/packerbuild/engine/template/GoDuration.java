package io.jenkins.plugins.packerbuild.engine.template;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 1h5m}, {@code 90s}, {@code 1.5h}, {@code -2m}, {@code 0}. */
final class GoDuration {

    static final String CURE = "Write a number with its unit, such as \"90s\" or \"1h5m\".";
    private static final Pattern WHOLE = Pattern.compile("[-+]?((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+");
    private static final Pattern ANY_PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(?<unit>[^\\d.]*)");
    private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MOST_CHARACTERS = 100;

    private GoDuration() {}

    /**
     * Reads one.
     *
     * @throws Complaint when it is none
     */
    static Duration parse(String text) {
        if (text.matches("[-+]?0")) {
            return Duration.ZERO;
        }
        if (text.matches("[-+]?\\d{1,18}")) {
            throw withoutUnit(text);
        }
        if (text.length() > MOST_CHARACTERS || !WHOLE.matcher(text).matches()) {
            throw Complaint.of("must be a duration, not '" + text + "'", CURE);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 1L));
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit));
        }
        if (nanos.compareTo(LONGEST) > 0) {
            throw Complaint.of("must be a duration of at most 292 years, not '" + text + "'", CURE);
        }
        Duration duration = Duration.ofNanos(nanos.longValue());
        return text.startsWith("-") ? duration.negated() : duration;
    }

    /** What Go says of a text that is no duration, as in {@code time: invalid duration "x"}; empty of one that is. */
    static Optional<String> fault(String text) {
        String quoted = GoText.quoted(text);
        String parts = text.replaceFirst("^[-+]", "");
        if (parts.equals("0")) {
            return Optional.empty();
        }
        Matcher part = ANY_PART.matcher(parts);
        int end = 0;
        while (end < parts.length() && part.find(end) && part.start() == end) {
            String unit = part.group("unit");
            if (!NANOS.containsKey(unit)) {
                return Optional.of(
                        unit.isEmpty()
                                ? "time: missing unit in duration " + quoted
                                : "time: unknown unit " + GoText.quoted(unit) + " in duration " + quoted);
            }
            end = part.end();
        }
        return end == 0 || end < parts.length() ? Optional.of("time: invalid duration " + quoted) : Optional.empty();
    }

    /** What is wrong with a bare number, which Packer takes for nanoseconds. */
    static Complaint withoutUnit(String number) {
        return Complaint.of(
                "must be a duration with a unit, not " + number + " (Packer takes a bare number for nanoseconds)",
                "Write \"" + number + "s\" for seconds, \"" + number + "m\" for minutes.");
    }
}
