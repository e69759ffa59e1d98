package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.latency.Latencies;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    private static final Duration SSH = Duration.ofSeconds(2);

    @Test
    void isTheSlowestBuildersWaitAndTheScript() {
        CriticalPath path = CriticalPath.of(new Scenario(1, 1), Latencies.ofFactor(1), SSH);

        assertThat(path.total()).isEqualTo(Duration.ofSeconds(15 + 12 + 15 + 60 + 20 + 2));
    }

    @Test
    void countsOnlyTheBuildersThatThereAre() {
        CriticalPath path = CriticalPath.of(new Scenario(0, 3), Latencies.ofFactor(1), Duration.ZERO);

        assertThat(path.total()).isEqualTo(Duration.ofSeconds(20 + 10 + 10 + 60));
    }

    @Test
    void followsTheFactorAndChangedLatencies() {
        Latencies latencies = Latencies.ofFactor(10).with(Phase.AMI_AVAILABLE, Duration.ofSeconds(90));

        assertThat(CriticalPath.of(new Scenario(1, 0), latencies, Duration.ZERO).total())
                .isEqualTo(Duration.ofMillis(15_200));
    }

    @Test
    void comparesABuildWithIt() {
        CriticalPath path = new CriticalPath(Duration.ofSeconds(98), SSH);

        assertThat(path.ratio(Duration.ofSeconds(125))).isEqualTo(1.25);
    }
}
