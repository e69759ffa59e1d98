package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeConnector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.SharedVirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many builders of one run on one account: what they share. */
class ParallelAmazonBuildsTest {

    private static final Set<String> DESCRIBES =
            Set.of("images", "instances", "volumes", "snapshots", "subnets", "regions", "securityGroups");

    private final SharedVirtualClock clock = new SharedVirtualClock();
    private final FakeCloud cloud = new FakeCloud(clock);
    private final MemoryLedger ledger = new MemoryLedger();
    private final AmazonEbsType type = new AmazonEbsType(new RegionClouds((key, attempts) -> cloud, () -> 0.5));
    private final Map<String, Artifact> artifacts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void needsAtMostAHundredDescribesForThreeMinutesHoweverManyBuildersThereAre(int builders) {
        run(builders, Duration.ofMillis(50));

        assertThat(failures).isEmpty();
        assertThat(artifacts).hasSize(builders);
        assertThat(clock.uptime()).isLessThan(Duration.ofSeconds(200));
        assertThat(describes()).isLessThanOrEqualTo(100);
        assertThat(ledger.open()).isEmpty();
        assertThat(cloud.left()).hasSize(2 * builders);
    }

    @Test
    void sharesLooksAlsoAmongBuildersThatBeginAtDifferentTimes() {
        run(32, Duration.ofSeconds(2));

        assertThat(failures).isEmpty();
        assertThat(artifacts).hasSize(32);
        double perMinute = describes() / (clock.uptime().toSeconds() / 60.0);
        assertThat(perMinute).isLessThan(34);
    }

    @Test
    void asksOnceWhatDoesNotChange() {
        run(16, Duration.ZERO);

        assertThat(cloud.count("account")).isEqualTo(1);
        assertThat(cloud.count("regions")).isEqualTo(1);
        assertThat(cloud.calls().stream().filter(call -> call.contains("ubuntu/*")))
                .hasSize(1);
        assertThat(cloud.calls().stream().filter(call -> call.startsWith("images {\"name\":\"web-0,web-1,")))
                .hasSize(1);
    }

    @Test
    void leavesTheOthersAloneWhenOneIsRefused() {
        cloud.refuse("runInstance", Reason.CAPACITY, "InsufficientInstanceCapacity");

        run(4, Duration.ofMillis(50));

        assertThat(failures).singleElement().asString().contains("InsufficientInstanceCapacity");
        assertThat(artifacts).hasSize(3);
        assertThat(ledger.open()).isEmpty();
    }

    private long describes() {
        return cloud.calls().stream()
                .filter(call -> DESCRIBES.contains(call.split(" ")[0]))
                .count();
    }

    private void run(int builders, Duration apart) {
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < builders; i++) {
            String name = "web-" + i;
            TestOptions options = TestOptions.of(EbsFixture.template().replace("web-1", name));
            ImageBuilder builder = type.prepare(options.options(), EbsFixture.settings());
            tasks.add(() -> build(name, builder));
        }
        clock.runAll(tasks, apart);
    }

    private void build(String name, ImageBuilder builder) {
        StepRunner runner =
                new StepRunner(new Narrator(name, new RecordingListener()), new Cancellation(), clock, OnError.CLEANUP);
        try {
            artifacts.put(
                    name,
                    runner.runAll(scope -> builder.build(new BuildContext(
                            name,
                            EbsFixture.RUN,
                            scope,
                            ledger,
                            new FakeConnector(new FakeCommunicator()),
                            (machine, data, inside) -> clock.sleep(Duration.ofSeconds(30), new Cancellation())))));
        } catch (BuildException e) {
            failures.add(e.getMessage());
        }
    }
}
