package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.account.CallAccount;
import io.jenkins.plugins.packerbuild.simulator.account.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Measurement OURS = measurement(Program.OURS, 126, 1, List.of(call("RunInstances", 1)));
    private static final Measurement PACKERS =
            measurement(Program.PACKER, 150, 0, List.of(call("DescribeRegions", 2), call("RunInstances", 1)));

    @Test
    void putsTheBuildsSideBySide() {
        List<String> lines = Report.builds(List.of(OURS, PACKERS)).lines().toList();

        assertThat(lines.get(2).split("\\s*\\|\\s*"))
                .containsExactly("", "1", "ours", "126.00", "120.00", "1.050", "0.50", "3", "2", "9", "1", "1", "all");
        assertThat(lines.get(3)).contains("packer").contains("1.250").endsWith("NO |");
    }

    @Test
    void countsTheCallsOfBothByAction() {
        assertThat(Report.calls(List.of(OURS, PACKERS))).isEqualTo("""
                        | call                | 1 ours | 1 packer |
                        | ------------------- | -----: | -------: |
                        | ec2 DescribeRegions |      0 |        2 |
                        | ec2 RunInstances    |      1 |        1 |
                        """);
    }

    private static Measurement measurement(Program program, int seconds, int images, List<CallAccount.Line> calls) {
        return new Measurement(
                program,
                new Scenario(1, 0),
                new CriticalPath(Duration.ofSeconds(119), Duration.ofSeconds(1)),
                new BuildRun.Outcome(0, 0, Duration.ofSeconds(seconds), new MemoryUse(1, 9, 3 << 20, 2 << 20)),
                Optional.of(Duration.ofMillis(500)),
                calls,
                new Measurement.Remains(images, 0));
    }

    private static CallAccount.Line call(String action, int count) {
        return new CallAccount.Line(Service.EC2, action, count, 0);
    }
}
