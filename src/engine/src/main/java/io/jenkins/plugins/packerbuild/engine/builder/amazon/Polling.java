package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.time.WaitSchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * {@code aws_polling}, or the environment's {@code AWS_POLL_DELAY_SECONDS} and {@code AWS_MAX_ATTEMPTS}.
 *
 * @param delay between two looks; empty for a pause that grows with the wait
 * @param attempts how many looks; 0 for the waits' own limits
 */
record Polling(Optional<Duration> delay, int attempts) {

    private static final Duration PACKERS_DELAY = Duration.ofSeconds(15);

    static Polling read(Options options, BuilderSettings settings) {
        Optional<Options> group = options.group("aws_polling");
        int delay = number(group, "delay_seconds", settings, "AWS_POLL_DELAY_SECONDS");
        int attempts = number(group, "max_attempts", settings, "AWS_MAX_ATTEMPTS");
        return new Polling(delay > 0 ? Optional.of(Duration.ofSeconds(delay)) : Optional.empty(), attempts);
    }

    private static int number(Optional<Options> group, String key, BuilderSettings settings, String variable) {
        int own = group.map(options -> options.number(key, 0)).orElse(0);
        return own > 0
                ? own
                : settings.environment(variable)
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(Integer::parseInt)
                        .orElse(0);
    }

    /** How long a wait may last. */
    Duration limit(Duration usual) {
        return attempts > 0 ? delay.orElse(PACKERS_DELAY).multipliedBy(attempts) : usual;
    }

    /** Pauses between two looks. */
    WaitSchedule schedule(DoubleSupplier random) {
        return delay.map(WaitSchedule::fixed).orElseGet(() -> WaitSchedule.adaptive(random));
    }
}
