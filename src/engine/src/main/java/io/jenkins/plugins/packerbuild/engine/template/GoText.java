package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.template.action.GoQuotes;
import java.math.BigDecimal;
import java.time.Duration;

/** Values as Go prints them. */
public final class GoText {

    private GoText() {}

    /** In double quotes, as {@code %q} does. */
    public static String quoted(String text) {
        return GoQuotes.quote(text);
    }

    /** A duration: {@code 2m0s}, {@code 1.5s}, {@code 300ms}, {@code 1h0m0s}, {@code 0s}. */
    public static String of(Duration duration) {
        if (duration.isNegative()) {
            return "-" + of(duration.negated());
        }
        long nanos = duration.toNanos();
        if (nanos > 0 && duration.toSeconds() == 0) {
            return nanos < 1_000
                    ? nanos + "ns"
                    : nanos < 1_000_000 ? plain(nanos, 1_000) + "µs" : plain(nanos, 1_000_000) + "ms";
        }
        String seconds = plain(nanos % 60_000_000_000L, 1_000_000_000) + "s";
        String minutes = duration.toMinutesPart() + "m" + seconds;
        if (duration.toHours() > 0) {
            return duration.toHours() + "h" + minutes;
        }
        return duration.toMinutes() > 0 ? minutes : seconds;
    }

    private static String plain(long nanos, long unit) {
        BigDecimal number = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
