package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.time.Instant;
import java.util.List;

/** All that a build of a test needs, around one fake DigitalOcean. */
final class DigitalOceanBench {

    static final RunIdentity RUN = new RunIdentity("run-1", Instant.parse("2026-01-02T03:04:05Z"));
    static final String RUN_TAG = "packer-build-run:run-1";
    static final String EXPIRES_TAG = "packer-build-expires:1767409445";

    final VirtualClock clock = new VirtualClock();
    final FakeDigitalOcean cloud = new FakeDigitalOcean(clock);
    final MemoryLedger ledger = new MemoryLedger();
    final RecordingListener listener = new RecordingListener();
    final Cancellation cancellation = new Cancellation();
    final FakeCommunicator machine = new FakeCommunicator();
    final FakeConnector connector = new FakeConnector(machine);
    final DigitalOceanType type = new DigitalOceanType(new Accounts(key -> cloud));
    Provisioning provisioning = (communicator, data, scope) -> {};

    /** Builds with these further options, as JSON members with single quotes. */
    Artifact build(String more) {
        return scope().runAll(scope ->
                builder(more).build(new BuildContext("web", RUN, scope, ledger, connector, provisioning)));
    }

    StepRunner scope() {
        return new StepRunner(new Narrator("web", listener), cancellation, clock, OnError.CLEANUP);
    }

    ImageBuilder builder(String more) {
        TestOptions options = options(more);
        ImageBuilder builder =
                type.prepare(options.options(), new BuilderSettings("web", false, List.of(), TestOptions.FACTS));
        assertThat(options.problems()).isEmpty();
        return builder;
    }

    static TestOptions options(String more) {
        String json = "{'api_token':'secret','region':'nyc3','size':'s-1vcpu-1gb',"
                + (more.contains("'image'") ? "" : "'image':'ubuntu-24-04-x64',")
                + "'ssh_username':'root','snapshot_name':'snap'" + (more.isEmpty() ? "" : "," + more) + "}";
        return TestOptions.of(json.replace('\'', '"'));
    }
}
