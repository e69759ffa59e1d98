package io.jenkins.plugins.packerbuild.simulator.latency;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each phase takes in this run.
 *
 * @param atFactorOne what replaces {@link Phase#real()}; phases that are not in it keep theirs
 * @param factor divides every latency; 1 is real time, 20 a twentieth of it
 */
public record Latencies(Map<Phase, Duration> atFactorOne, double factor) {

    public Latencies {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("the factor is a number above 0, not " + factor);
        }
        atFactorOne = Map.copyOf(atFactorOne);
    }

    /** The table of {@link Phase}, divided by a factor. */
    public static Latencies ofFactor(double factor) {
        return new Latencies(Map.of(), factor);
    }

    /** The same latencies but for one phase. */
    public Latencies with(Phase phase, Duration real) {
        Map<Phase, Duration> changed = new EnumMap<>(Phase.class);
        changed.putAll(atFactorOne);
        changed.put(phase, real);
        return new Latencies(changed, factor);
    }

    /** How long the phase takes now. */
    public Duration of(Phase phase) {
        return scaled(atFactorOne.getOrDefault(phase, phase.real()));
    }

    /** What passes for that long in this run. */
    public Duration scaled(Duration real) {
        return Duration.ofNanos((long) (real.toNanos() / factor));
    }
}
