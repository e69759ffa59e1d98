package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator;
import io.jenkins.plugins.packerbuild.engine.communicator.FakeConnector;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.CreateImageRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Holds the SDK's client to the contract, against moto. */
class MotoEc2Test extends Ec2Contract {

    @RegisterExtension
    static final MotoServer MOTO = new MotoServer();

    private static @Nullable Ec2Line line;

    /** Moto knows no tags of snapshots in CreateImage: it answers with status 500. */
    private static final class NoSnapshotTags implements ExecutionInterceptor {
        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            return context.request() instanceof CreateImageRequest request
                    ? request.copy(copy -> copy.tagSpecifications(request.tagSpecifications().stream()
                            .filter(tags -> tags.resourceType() != ResourceType.SNAPSHOT)
                            .toList()))
                    : context.request();
        }
    }

    private static Ec2Line open(CloudKey key, Attempts attempts) {
        return SdkLine.open(key, attempts, List.of(new NoSnapshotTags()));
    }

    private static Ec2Line line() {
        if (line == null) {
            CloudKey key = new CloudKey(
                    new AwsLogin.Keys(Secret.of("AKIATEST"), Secret.of("secret"), Optional.empty(), "test"),
                    "us-east-1",
                    MOTO.endpoint(),
                    new CloudKey.Line(false, 0));
            line = open(key, new Attempts(new RateBudget(), "moto", 0, Clock.system(), () -> 0.5));
        }
        return line;
    }

    @AfterAll
    static void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    @Override
    Ec2 ec2() {
        return line().within(new Cancellation());
    }

    /** Moto 5.2 starts a second machine, and makes a second image. */
    @Override
    Set<Promise> broken() {
        return EnumSet.allOf(Promise.class);
    }

    @Override
    Clock clock() {
        return Clock.system();
    }

    @Test
    void buildsAnImageAndLeavesNothingElse() {
        MemoryLedger ledger = new MemoryLedger();
        StepRunner runner = new StepRunner(
                new Narrator("moto", new RecordingListener()), new Cancellation(), Clock.system(), OnError.CLEANUP);
        String json = EbsFixture.template(
                "\"custom_endpoint_ec2\": \"" + MOTO.endpoint() + "\"",
                "\"tags\": {\"From\": \"moto\"}",
                "\"ami_description\": \"web\"",
                "\"launch_block_device_mappings\": [{\"device_name\": \"/dev/sda1\", \"volume_size\": 9,"
                        + " \"volume_type\": \"gp3\", \"delete_on_termination\": true}]");
        try (AmazonEbsType type = new AmazonEbsType(new RegionClouds(MotoEc2Test::open, () -> 0.5))) {
            TestOptions options = TestOptions.of(json);
            var builder = type.prepare(options.options(), EbsFixture.settings());
            assertThat(options.problems()).isEmpty();

            Artifact artifact = runner.runAll(scope -> builder.build(new BuildContext(
                    "moto",
                    EbsFixture.RUN,
                    scope,
                    ledger,
                    new FakeConnector(new FakeCommunicator()),
                    (communicator, data, inside) -> assertThat(data).containsKeys("ID", "Host", "SourceAMI"))));

            ImageInfo image = ec2().images(
                            Filters.of("image-id", artifact.images().get(0).id()), List.of("self"))
                    .get(0);
            assertThat(image.tags()).containsEntry("From", "moto").doesNotContainKey(RunTags.EXPIRES);
            assertThat(ec2().instances(Filters.marked(RunTags.of(EbsFixture.RUN, "moto"))))
                    .allSatisfy(machine -> assertThat(machine.state()).isEqualTo(InstanceInfo.State.TERMINATED));
            assertThat(ec2().securityGroups(Filters.marked(RunTags.of(EbsFixture.RUN, "moto"))))
                    .isEmpty();
            assertThat(ledger.open()).isEmpty();
        }
    }
}
