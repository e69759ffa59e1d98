package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.Provisioning;
import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeConnector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Instant;
import java.util.List;

/** One build on a fake account, from its options to its end. */
final class EbsFixture {

    static final RunIdentity RUN = new RunIdentity("run-1", Instant.parse("2026-01-02T03:04:05Z"));

    final VirtualClock clock = new VirtualClock();
    final FakeCloud cloud = new FakeCloud(clock);
    final MemoryLedger ledger = new MemoryLedger();
    final RecordingListener listener = new RecordingListener();
    final Cancellation cancellation = new Cancellation();
    final FakeCommunicator communicator = new FakeCommunicator();
    final FakeConnector connector = new FakeConnector(communicator);
    Provisioning provisioning = (machine, data, scope) -> scope.narrator().message("provisioned " + data.get("Host"));
    OnError onError = OnError.CLEANUP;

    private final AmazonEbsType type = new AmazonEbsType(new RegionClouds((key, attempts) -> cloud, () -> 0.5));

    /** The least that a builder needs, and more options in JSON, as in {@code "ssh_pty": true}. */
    static String template(String... more) {
        StringBuilder json = new StringBuilder("""
                {"access_key": "AKIA", "secret_key": "SECRET", "region": "us-east-1", "instance_type": "t3.micro",
                 "ami_name": "web-1", "ssh_username": "ubuntu",
                 "source_ami_filter": {"filters": {"name": "ubuntu/*"}, "owners": ["099720109477"], "most_recent": true}
                """);
        for (String option : more) {
            json.append(",\n").append(option);
        }
        return json.append("}").toString();
    }

    static BuilderSettings settings() {
        return new BuilderSettings("web", false, List.of(), TestOptions.FACTS);
    }

    ImageBuilder prepare(String json) {
        TestOptions options = TestOptions.of(json);
        ImageBuilder builder = type.prepare(options.options(), settings());
        if (!options.problems().isEmpty()) {
            throw new IllegalArgumentException(options.problems().toString());
        }
        return builder;
    }

    Artifact build(String json) {
        return build(prepare(json), clock);
    }

    StepRunner scope() {
        return scope(clock);
    }

    private StepRunner scope(Clock time) {
        return new StepRunner(new Narrator("web", listener), cancellation, time, onError);
    }

    Artifact build(ImageBuilder builder, Clock time) {
        return scope(time)
                .runAll(scope -> builder.build(new BuildContext("web", RUN, scope, ledger, connector, provisioning)));
    }
}
