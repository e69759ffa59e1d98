package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonEbsBuilderTest {

    private final EbsFixture build = new EbsFixture();

    @Test
    void makesAnImageAndLeavesNothingElse() {
        Artifact artifact = build.build(EbsFixture.template());

        assertThat(artifact.packerId()).matches("us-east-1:ami-\\d+");
        assertThat(artifact.builderId()).isEqualTo("mitchellh.amazonebs");
        assertThat(artifact.description())
                .isEqualTo("AMIs were created:\nus-east-1: "
                        + artifact.images().get(0).id() + "\n");
        assertThat(build.cloud.left()).hasSize(2).contains("image web-1").anyMatch(left -> left.startsWith("snapshot"));
        assertThat(build.ledger.open()).isEmpty();
    }

    @Test
    void removesAnImageThatIsNotWantedAnyMoreWithItsSnapshots() {
        ImageBuilder builder = build.prepare(EbsFixture.template());
        Artifact artifact = build.build(builder, build.clock);
        build.cloud.refuse("deleteSnapshot", Reason.CONFLICT, "InvalidSnapshot.InUse");

        builder.remove(artifact, EbsFixture.RUN, build.scope());

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
        assertThat(build.listener.said())
                .anyMatch(said -> said.startsWith(
                        "say: Deregistering AMI " + artifact.images().get(0).id()));
    }

    @Test
    void saysWhichSnapshotOfAnUnwantedImageRemains() {
        ImageBuilder builder = build.prepare(EbsFixture.template());
        Artifact artifact = build.build(builder, build.clock);
        build.cloud.refuse("deleteSnapshot", Reason.DENIED, "UnauthorizedOperation");

        assertThatThrownBy(() -> builder.remove(artifact, EbsFixture.RUN, build.scope()))
                .hasMessageContaining("UnauthorizedOperation")
                .hasMessageContaining("aws ec2 delete-snapshot --region us-east-1 --snapshot-id snap-");

        assertThat(build.cloud.left()).singleElement().asString().startsWith("snapshot");
    }

    @Test
    void takesAnUnwantedImageThatHasGoneForRemoved() {
        ImageBuilder builder = build.prepare(EbsFixture.template());
        Artifact artifact = build.build(builder, build.clock);
        builder.remove(artifact, EbsFixture.RUN, build.scope());

        builder.remove(artifact, EbsFixture.RUN, build.scope());

        assertThat(build.cloud.left()).isEmpty();
    }

    @Test
    void saysWhatPackerSays() {
        build.build(EbsFixture.template("\"tags\": {\"From\": \"x\"}"));

        assertThat(build.listener.said().stream()
                        .map(line -> line.replaceAll("packer_[0-9a-f-]{36}", "packer_ID")
                                .replaceAll("(ami|i|sg|snap)-\\d+", "$1-N")))
                .containsExactly(
                        "say: Prevalidating any provided VPC information",
                        "say: Prevalidating AMI Name: web-1",
                        "message: Found Image ID: ami-N",
                        "say: Creating temporary keypair: packer_ID",
                        "say: Creating temporary security group for this instance: packer_ID",
                        "say: Authorizing access to port 22 from [0.0.0.0/0] in the temporary security groups...",
                        "say: Launching a source AWS instance...",
                        "say: Adding tags to source instance",
                        "message: Adding tag: \"Name\": \"Packer Builder\"",
                        "message: Instance ID: i-N",
                        "say: Waiting for instance (i-N) to become ready...",
                        "say: Using ssh communicator to connect: 127.0.0.9",
                        "say: Waiting for SSH to become available...",
                        "say: Connected to SSH!",
                        "message: provisioned 127.0.0.9",
                        "say: Stopping the source instance...",
                        "message: Stopping instance",
                        "say: Waiting for the instance to stop...",
                        "say: Creating AMI web-1 from instance i-N",
                        "message: AMI: ami-N",
                        "say: Waiting for AMI to become ready...",
                        "say: Adding tags to AMI (ami-N)...",
                        "say: Tagging snapshot: snap-N",
                        "say: Creating AMI tags",
                        "message: Adding tag: \"From\": \"x\"",
                        "say: Creating snapshot tags",
                        "say: Terminating the source AWS instance...",
                        "say: Cleaning up any extra volumes...",
                        "say: No volumes to clean up, skipping",
                        "say: Deleting temporary security group...",
                        "say: Deleting temporary keypair...");
    }

    @Test
    void marksEverythingFromTheFirstMomentAndUnmarksTheFinishedImage() {
        Map<String, String> marks = RunTags.of(EbsFixture.RUN, "web").all();
        build.cloud.at("stopInstance", () -> {
            FakeCloud.Machine machine = build.cloud.machines.values().iterator().next();
            assertThat(machine.request.tags().instance())
                    .containsAllEntriesOf(marks)
                    .containsEntry("Name", "Packer Builder");
            assertThat(machine.request.tags().volumes()).containsAllEntriesOf(marks);
            assertThat(build.cloud.groups.values())
                    .allSatisfy(group -> assertThat(group.tags()).isEqualTo(marks));
            assertThat(build.cloud.keyPairs.values())
                    .allSatisfy(pair -> assertThat(pair.tags()).isEqualTo(marks));
        });

        build.build(EbsFixture.template("\"tags\": {\"Role\": \"web\"}"));

        assertThat(marks).containsEntry("packer-build:expires", "2026-01-03T03:04:05Z");
        assertThat(build.cloud.snapshots.values())
                .singleElement()
                .satisfies(snapshot ->
                        assertThat(snapshot.tags()).isEqualTo(Map.of("packer-build:run", "run-1", "Role", "web")));
        assertThat(build.cloud.images.values().stream()
                        .filter(image -> image.info().origin().name().equals("web-1")))
                .singleElement()
                .satisfies(image ->
                        assertThat(image.info().tags()).isEqualTo(Map.of("packer-build:run", "run-1", "Role", "web")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regions",
                "createKeyPair",
                "createSecurityGroup",
                "authorizeIngress",
                "runInstance",
                "stopInstance",
                "createImage",
                "describeImage",
                "createTags",
                "deleteTags"
            })
    void leavesNothingWhenAnyCallIsRefused(String method) {
        build.cloud.refuse(method, Reason.DENIED, "UnauthorizedOperation");

        assertThatThrownBy(() ->
                        build.build(EbsFixture.template("\"tags\": {\"a\": \"b\"}", "\"ami_description\": \"web\"")))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("the fake says no (UnauthorizedOperation)");

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createKeyPair", "createSecurityGroup", "runInstance", "createImage"})
    void findsByItsMarkWhatWasMadeWhenTheAnswerIsLost(String method) {
        build.cloud.loseAnswer(method);

        assertThatThrownBy(() -> build.build(EbsFixture.template())).isInstanceOf(BuildException.class);

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createKeyPair",
                "createSecurityGroup",
                "authorizeIngress",
                "runInstance",
                "instances",
                "stopInstance",
                "createImage",
                "describeImage"
            })
    void leavesNothingWhenCancelledAfterAnyCall(String method) {
        build.cloud.after(method, () -> build.cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(() -> build.build(EbsFixture.template("\"ami_description\": \"web\"")))
                .isInstanceOf(CancelledException.class);

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 25, 60})
    void leavesNothingWhenCancelledWhileItWaits(int second) {
        build.clock.at(Duration.ofSeconds(second), () -> build.cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(() -> build.build(EbsFixture.template())).isInstanceOf(CancelledException.class);

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @Test
    void removesThePendingImageThatPackerLeaves() {
        build.clock.at(Duration.ofSeconds(60), () -> build.cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(() -> build.build(EbsFixture.template())).isInstanceOf(CancelledException.class);

        assertThat(build.listener.said())
                .contains("say: Deregistering the AMI and deleting associated snapshots because of cancellation,"
                        + " or error...");
        assertThat(build.cloud.count("deregisterImage")).isEqualTo(1);
        assertThat(build.cloud.count("deleteSnapshot")).isEqualTo(1);
    }

    @Test
    void leavesNothingWhenProvisioningFails() {
        build.provisioning = (machine, data, scope) -> {
            throw BuildException.of("Script exited with non-zero exit status: 1.");
        };

        assertThatThrownBy(() -> build.build(EbsFixture.template())).hasMessageContaining("Script exited");

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
        assertThat(build.communicator.closed()).isTrue();
    }

    @Test
    void cleansVolumesThatAreKeptByTheirMapping() {
        build.build(EbsFixture.template(
                "\"launch_block_device_mappings\": [{\"device_name\": \"/dev/sdf\", \"volume_size\": 8,"
                        + " \"volume_type\": \"gp3\"}]"));

        assertThat(build.cloud.volumes).isEmpty();
        assertThat(build.listener.said()).anyMatch(line -> line.startsWith("say: Destroying volume (vol-"));
        assertThat(build.ledger.open()).isEmpty();
    }

    @Test
    void saysWhatRemainsAndTheCommandWhenACleanupFails() {
        build.cloud.refuse("deleteKeyPair", Reason.DENIED, "UnauthorizedOperation");

        Artifact artifact = build.build(EbsFixture.template("\"temporary_key_pair_name\": \"mine\""));

        assertThat(artifact.images()).hasSize(1);
        assertThat(build.ledger.open())
                .singleElement()
                .asString()
                .startsWith("key-pair: remains Could not deleteKeyPair")
                .endsWith("| aws ec2 delete-key-pair --key-name mine --region us-east-1");
    }

    @Test
    void leavesAloneAKeyPairOfTheSameNameThatIsNotItsOwn() {
        build.cloud.keyPairs.put("mine", new FakeCloud.Thing("mine", Map.of("Owner", "somebody")));

        assertThatThrownBy(() -> build.build(EbsFixture.template("\"temporary_key_pair_name\": \"mine\"")))
                .isInstanceOf(BuildException.class);

        assertThat(build.cloud.left()).containsExactly("key pair mine");
        assertThat(build.ledger.open()).isEmpty();
    }

    @Test
    void removesItsOwnKeyPairOfAChosenNameWhenTheAnswerIsLost() {
        build.cloud.loseAnswer("createKeyPair");

        assertThatThrownBy(() -> build.build(EbsFixture.template("\"temporary_key_pair_name\": \"mine\"")))
                .isInstanceOf(BuildException.class);

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "runInstance, terminateInstance",
        "authorizeIngress, deleteSecurityGroup",
        "createImage, deregisterImage"
    })
    void doesNotBelieveAtOnceThatWhatItHasJustMadeIsNotThere(String method, String removal) {
        build.cloud.after(method, () -> build.cancellation.cancel("received SIGTERM"));
        build.cloud.refuse(removal, Reason.NOT_FOUND, "NotFound");

        assertThatThrownBy(() -> build.build(EbsFixture.template())).isInstanceOf(CancelledException.class);

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @Test
    void findsSnapshotsThatAPendingImageDoesNotNameYet() {
        build.cloud.snapshotsUnseenFor = Duration.ofSeconds(10);
        build.cloud.after("createImage", () -> build.cancellation.cancel("received SIGTERM"));

        assertThatThrownBy(() -> build.build(EbsFixture.template())).isInstanceOf(CancelledException.class);

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"createSecurityGroup, securityGroups", "createImage, images"})
    void keepsTheEntryOpenWhenItMayNotLookAfterALostAnswer(String create, String look) {
        build.cloud.after(create, () -> {
            build.cloud.refuse(look, Reason.DENIED, "UnauthorizedOperation");
            throw FakeCloud.refusal(Reason.CONFLICT, create, "Duplicate");
        });

        assertThatThrownBy(() -> build.build(EbsFixture.template())).isInstanceOf(BuildException.class);

        assertThat(build.cloud.left()).isEmpty();
        assertThat(build.ledger.open()).isEmpty();
    }

    @Test
    void waitsUntilNobodyHoldsTheSecurityGroup() {
        build.cloud.refuse("deleteSecurityGroup", Reason.CONFLICT, "DependencyViolation");
        build.cloud.refuse("deleteSecurityGroup", Reason.CONFLICT, "DependencyViolation");

        build.build(EbsFixture.template());

        assertThat(build.cloud.groups).isEmpty();
        assertThat(build.cloud.count("deleteSecurityGroup")).isEqualTo(3);
        assertThat(build.ledger.open()).isEmpty();
    }

    @Test
    void replacesAnOlderImageWhenForced() {
        build.build(EbsFixture.template());
        String older = build.cloud.snapshots.keySet().iterator().next().value();

        build.build(EbsFixture.template("\"force_deregister\": true", "\"force_delete_snapshot\": true"));

        assertThat(build.cloud.left()).hasSize(2).doesNotContain("snapshot " + older);
        assertThat(build.listener.said()).anyMatch(line -> line.matches("say: Deregistered AMI web-1, id: ami-\\d+"));
    }

    @Test
    void refusesANameThatIsTaken() {
        build.build(EbsFixture.template());
        EbsFixture second = build;

        assertThatThrownBy(() -> second.build(EbsFixture.template("\"max_retries\": 3")))
                .hasMessageContaining("AMI Name: 'web-1' is used by an existing AMI: ami-");
    }

    @Test
    void usesGivenGroupsAndKeysAndMakesNone() {
        build.build(
                EbsFixture.template("\"security_group_ids\": [\"sg-b\", \"sg-a\"]", "\"ssh_password\": \"secret\""));

        assertThat(build.listener.said()).contains("message: Found Security Group(s): sg-a, sg-b");
        assertThat(build.cloud.count("createSecurityGroup")).isZero();
        assertThat(build.cloud.count("createKeyPair")).isZero();
    }

    @Test
    void removesTheTemporaryKeyFromTheMachineWhereThatIsWanted() {
        build.build(
                EbsFixture.template("\"ssh_clear_authorized_keys\": true", "\"temporary_key_pair_name\": \"my/key\""));

        assertThat(build.listener.said()).contains("say: Trying to remove ephemeral keys from authorized_keys files");
        assertThat(build.communicator.commands())
                .singleElement()
                .asString()
                .contains("sed -i '/ my.key$/d'", ".ssh/authorized_keys");
    }

    @Test
    void putsTheSecurityGroupIntoTheNetworkOfTheSubnet() {
        build.build(EbsFixture.template("\"subnet_id\": \"subnet-1\""));

        assertThat(build.cloud.calls()).anyMatch(call -> call.matches("createSecurityGroup packer_\\S+ vpc-2"));
    }

    @Test
    void announcesEveryResourceBeforeItsCallAndClosesEachEntry() {
        build.build(EbsFixture.template());

        assertThat(build.ledger.history().stream().map(line -> line.replaceAll("(: \\w+).*", "$1")))
                .containsExactly(
                        "key-pair: intent",
                        "key-pair: created",
                        "security-group: intent",
                        "security-group: created",
                        "volume: intent",
                        "instance: intent",
                        "instance: created",
                        "image: intent",
                        "image: created",
                        "image: gone",
                        "instance: gone",
                        "volume: gone",
                        "security-group: gone",
                        "key-pair: gone");
    }

    @Test
    void staysWithinTheBudgetOfLooks() {
        build.build(EbsFixture.template());

        long looks = build.cloud.calls().stream()
                .filter(call -> List.of("images", "instances", "volumes", "snapshots", "subnets", "regions")
                        .contains(call.split(" ")[0]))
                .count();
        assertThat(build.clock.uptime()).isBetween(Duration.ofSeconds(135), Duration.ofSeconds(150));
        assertThat(looks).isLessThanOrEqualTo(100);
    }
}
