package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the builder relies upon, whoever answers: the fake, or an EC2 that somebody else wrote. */
abstract class Ec2Contract {

    private final RunTags tags = new RunTags(UUID.randomUUID().toString(), "web", "2026-01-03T03:04:05Z");

    /** Who answers. */
    abstract Ec2 ec2();

    abstract Clock clock();

    /** What EC2 promises and this peer does not keep. */
    Set<Promise> broken() {
        return Set.of();
    }

    /** What a peer may not keep. */
    enum Promise {
        ONE_MACHINE_FOR_A_TOKEN,
        ONE_IMAGE_FOR_A_NAME
    }

    @Test
    void knowsItsAccountAndItsRegions() {
        assertThat(ec2().account()).matches("\\d{12}");
        assertThat(ec2().regions()).contains("us-east-1", "eu-west-1");
    }

    @Test
    void findsImagesByNamePatternAndOwner() {
        List<ImageInfo> found = ec2().images(Filters.of("name", "ubuntu/*"), List.of("099720109477"));

        assertThat(found).isNotEmpty().allSatisfy(image -> {
            assertThat(image.state()).isEqualTo(ImageInfo.State.AVAILABLE);
            assertThat(image.origin().name()).startsWith("ubuntu/");
            assertThat(image.origin().owner()).isEqualTo("099720109477");
            assertThat(image.origin().creationDate()).startsWith("20");
        });
        assertThat(ec2().images(Filters.of("name", "no-such-name"), List.of("self")))
                .isEmpty();
    }

    @Test
    void makesAKeyPairOnceAndDeletesItAnyNumberOfTimes() {
        String name = "packer_" + UUID.randomUUID();

        assertThat(ec2().createKeyPair(name, tags.all()).reveal()).contains("PRIVATE KEY");
        assertRefused(Reason.CONFLICT, () -> ec2().createKeyPair(name, tags.all()));
        assertThat(ec2().keyPairs(Filters.marked(tags).and("key-name", name))).containsExactly(name);
        ec2().deleteKeyPair(name);
        ec2().deleteKeyPair(name);

        assertThat(ec2().createKeyPair(name, tags.all()).isEmpty()).isFalse();
        ec2().deleteKeyPair(name);
    }

    @Test
    void findsASecurityGroupByItsTags() {
        String name = "packer_" + UUID.randomUUID();
        NewGroup group = new NewGroup(name, Optional.empty(), tags.all());

        GroupId id = ec2().createSecurityGroup(group);

        assertRefused(Reason.CONFLICT, () -> ec2().createSecurityGroup(group));
        assertThat(ec2().securityGroups(Filters.marked(tags))).containsExactly(id);
        assertThat(ec2().securityGroups(Filters.marked(tags).and("group-name", name)))
                .containsExactly(id);
        ec2().authorizeIngress(id, 22, List.of("0.0.0.0/0"));
        ec2().deleteSecurityGroup(id);
        assertRefused(Reason.NOT_FOUND, () -> ec2().deleteSecurityGroup(id));
        assertThat(ec2().securityGroups(Filters.marked(tags))).isEmpty();
    }

    @Test
    void findsAMachineByIdAndByItsTagsUntilItHasGone() {
        InstanceId id = launch().id();

        reach(() -> state(id) == InstanceInfo.State.RUNNING);
        assertThat(ec2().instances(Filters.marked(tags)))
                .extracting(InstanceInfo::id)
                .containsExactly(id);
        ec2().stopInstance(id);
        reach(() -> state(id) == InstanceInfo.State.STOPPED);
        ec2().setEnaSupport(id, true);
        ec2().terminateInstance(id);
        reach(() -> state(id) == InstanceInfo.State.TERMINATED);
    }

    @Test
    void neverStartsTwoMachinesForOneToken() {
        assumeThat(broken()).doesNotContain(Promise.ONE_MACHINE_FOR_A_TOKEN);
        LaunchRequest request = request();

        InstanceId first = ec2().runInstance(request).id();
        InstanceId second = ec2().runInstance(request).id();

        ec2().terminateInstance(first);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void makesAnImageThatCanBeFoundSharedAndRemoved() {
        InstanceId machine = launch().id();
        reach(() -> state(machine) == InstanceInfo.State.RUNNING);
        NewImage wanted = new NewImage(machine, "web-" + UUID.randomUUID(), List.of(), tags.all());

        AmiId id = ec2().createImage(wanted);

        reach(() -> image(id).state() == ImageInfo.State.AVAILABLE);
        assertThat(ec2().images(Filters.marked(tags), List.of("self")))
                .extracting(ImageInfo::id)
                .containsExactly(id);
        List<SnapshotId> snapshots = image(id).snapshots();
        assertThat(snapshots).isNotEmpty();
        ec2().describeImage(id, "a web server");
        ec2().shareImage(id, new Sharing(List.of("123456789012"), List.of()));
        snapshots.forEach(snapshot -> ec2().shareSnapshot(snapshot, new Sharing(List.of("123456789012"), List.of())));
        ec2().deregisterImage(id);
        snapshots.forEach(ec2()::deleteSnapshot);
        ec2().terminateInstance(machine);
        assertThat(ec2().images(Filters.of("name", wanted.name()), List.of("self")))
                .isEmpty();
        assertRefused(Reason.NOT_FOUND, () -> ec2().deleteSnapshot(snapshots.get(0)));
    }

    @Test
    void neverMakesTwoImagesOfOneName() {
        assumeThat(broken()).doesNotContain(Promise.ONE_IMAGE_FOR_A_NAME);
        InstanceId machine = launch().id();
        reach(() -> state(machine) == InstanceInfo.State.RUNNING);
        NewImage wanted = new NewImage(machine, "web-" + UUID.randomUUID(), List.of(), tags.all());
        AmiId id = ec2().createImage(wanted);

        assertRefused(Reason.CONFLICT, () -> ec2().createImage(wanted));

        ec2().deregisterImage(id);
        ec2().snapshots(Filters.marked(tags)).forEach(ec2()::deleteSnapshot);
        ec2().terminateInstance(machine);
    }

    @Test
    void tagsAndUntags() {
        InstanceId machine = launch().id();
        reach(() -> state(machine) == InstanceInfo.State.RUNNING);
        AmiId id = ec2().createImage(new NewImage(machine, "web-" + UUID.randomUUID(), List.of(), tags.all()));

        ec2().createTags(List.of(id.value()), Map.of("Role", "web"));
        ec2().deleteTags(List.of(id.value()), RunTags.TEMPORARY);

        assertThat(image(id).tags()).isEqualTo(Map.of("Role", "web", RunTags.RUN, tags.runId()));
        List<SnapshotId> snapshots = image(id).snapshots();
        ec2().deregisterImage(id);
        snapshots.forEach(ec2()::deleteSnapshot);
        ec2().terminateInstance(machine);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertRefused(Reason.NOT_FOUND, () -> ec2().stopInstance(new InstanceId("i-0123456789abcdef0")));
        assertRefused(Reason.NOT_FOUND, () -> ec2().terminateInstance(new InstanceId("i-0123456789abcdef0")));
        assertRefused(Reason.NOT_FOUND, () -> ec2().deleteVolume(new VolumeId("vol-0123456789abcdef0")));
        assertRefused(Reason.NOT_FOUND, () -> ec2().deleteSnapshot(new SnapshotId("snap-0123456789abcdef0")));
        assertThat(ec2().instances(Filters.of("instance-id", "i-0123456789abcdef0")))
                .isEmpty();
        assertThat(ec2().volumes(Filters.marked(tags))).isEmpty();
        assertThat(ec2().snapshots(Filters.marked(tags))).isEmpty();
    }

    private InstanceInfo launch() {
        return ec2().runInstance(request());
    }

    private LaunchRequest request() {
        AmiId source = ec2().images(Filters.of("name", "ubuntu/*"), List.of("099720109477"))
                .get(0)
                .id();
        return new LaunchRequest(
                source,
                UUID.randomUUID().toString(),
                new LaunchRequest.Machine(
                        "t3.micro",
                        false,
                        Optional.empty(),
                        "stop",
                        Optional.empty(),
                        Optional.of(new MetadataOptions(
                                Optional.of("enabled"), Optional.of("required"), 1, Optional.empty()))),
                new LaunchRequest.Network(Optional.empty(), Optional.empty(), List.of(), Optional.empty()),
                Optional.empty(),
                List.of(),
                new LaunchRequest.Tags(tags.all(), tags.all()));
    }

    private InstanceInfo.State state(InstanceId id) {
        return ec2().instances(Filters.of("instance-id", id.value())).get(0).state();
    }

    private ImageInfo image(AmiId id) {
        return ec2().images(Filters.of("image-id", id.value()), List.of("self")).get(0);
    }

    private void reach(BooleanSupplier goal) {
        for (int look = 0; look < 200 && !goal.getAsBoolean(); look++) {
            clock().sleep(Duration.ofSeconds(1), new Cancellation());
        }
        assertThat(goal.getAsBoolean()).isTrue();
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
