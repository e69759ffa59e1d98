package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner.Left;
import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner.Request;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.step.OnError;
import io.jenkins.plugins.packerbuild.engine.step.StepRunner;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonResourceCleanerTest {

    /** As kill -9 does: nothing of the build runs any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Remembers what a dead run had announced. */
    private static final class DeadLedger implements ResourceLedger {
        private final List<Resource> resources = new ArrayList<>();
        private final Map<Integer, String> ids = new HashMap<>();

        @Override
        public Entry intend(Resource resource) {
            int number = resources.size();
            resources.add(resource);
            return new Entry() {
                @Override
                public void created(String id) {
                    ids.put(number, id);
                }

                @Override
                public void gone() {}

                @Override
                public void remains(String why, String command) {}
            };
        }
    }

    private final EbsFixture build = new EbsFixture();
    private final DeadLedger dead = new DeadLedger();
    private final MemoryLedger fresh = new MemoryLedger();
    private final AmazonResourceCleaner cleaner = new AmazonResourceCleaner((key, attempts) -> build.cloud);

    private void killAfter(String method) {
        build.cloud.after(method, () -> {
            throw new Killed();
        });
        ImageBuilder builder = build.prepare(EbsFixture.template(
                "\"launch_block_device_mappings\": [{\"device_name\": \"/dev/sdf\", \"volume_size\": 1}]"));
        StepRunner runner =
                new StepRunner(new Narrator("web", build.listener), build.cancellation, build.clock, OnError.ABORT);
        assertThatThrownBy(() -> runner.runAll(scope -> builder.build(
                        new BuildContext("web", EbsFixture.RUN, scope, dead, build.connector, build.provisioning))))
                .isInstanceOf(Killed.class);
    }

    private void clean() {
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < dead.resources.size(); i++) {
            Resource resource = dead.resources.get(i);
            left.add(new Left(resource, dead.ids.getOrDefault(i, ""), fresh.intend(resource)));
        }
        StepRunner scope = new StepRunner(
                new Narrator("", new RecordingListener()), new Cancellation(), build.clock, OnError.CLEANUP);
        cleaner.clean(
                new Request(EbsFixture.RUN.runId(), left, (option, resource) -> Optional.of(Secret.of(option)), scope));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createKeyPair",
                "createSecurityGroup",
                "authorizeIngress",
                "runInstance",
                "stopInstance",
                "createImage"
            })
    void removesWhatAKilledRunHasLeftAlsoWhenTheIdNeverArrived(String method) {
        killAfter(method);
        assertThat(build.cloud.left()).isNotEmpty();

        clean();

        assertThat(build.cloud.left()).isEmpty();
        assertThat(fresh.open()).isEmpty();
    }

    @Test
    void removesMachinesBeforeWhatTheyHold() {
        killAfter("createImage");

        clean();

        assertThat(build.cloud.calls().stream()
                        .map(call -> call.split(" ")[0])
                        .filter(call -> call.startsWith("delete")
                                || call.startsWith("de") && call.endsWith("Image")
                                || call.startsWith("terminate")))
                .containsExactly(
                        "terminateInstance",
                        "deregisterImage",
                        "deleteSnapshot",
                        "deleteVolume",
                        "deleteSecurityGroup",
                        "deleteKeyPair");
    }

    @Test
    void goesOnAfterAFailureAndSaysWhatRemains() {
        killAfter("stopInstance");
        build.cloud.refuse("deleteVolume", Reason.DENIED, "UnauthorizedOperation");

        clean();

        assertThat(build.cloud.left()).singleElement().asString().startsWith("volume");
        assertThat(fresh.open())
                .singleElement()
                .asString()
                .contains("UnauthorizedOperation", "| aws ec2 delete-volume --volume-id vol-");
    }

    @Test
    void leavesAloneWhatBelongsToOtherBuilds() {
        killAfter("runInstance");
        EbsFixture other = build;
        other.cloud.groups.put(
                new GroupId("sg-other"),
                new FakeCloud.Thing("other", Map.of(RunTags.RUN, "run-1", RunTags.BUILD, "db")));

        clean();

        assertThat(build.cloud.left()).containsExactly("group sg-other");
    }

    @Test
    void writesTheCommandThatFindsAThingByItsMark() {
        Resource.Place place = new Resource.Place("aws", "1", "eu-west-1", "http://127.0.0.1:18080", "template");
        Resource machine = new Resource("web", "instance", place, "token-1");

        assertThat(ResourceKind.INSTANCE.command(machine, ""))
                .isEqualTo("aws ec2 terminate-instances --instance-ids $(aws ec2 describe-instances --filters"
                        + " Name=client-token,Values=token-1 --query Reservations[].Instances[].InstanceId --output text"
                        + " --region eu-west-1 --endpoint-url http://127.0.0.1:18080)"
                        + " --region eu-west-1 --endpoint-url http://127.0.0.1:18080");
        assertThat(ResourceKind.IMAGE.command(machine, "ami-1"))
                .startsWith("aws ec2 deregister-image --delete-associated-snapshots --image-id ami-1 --region");
    }
}
