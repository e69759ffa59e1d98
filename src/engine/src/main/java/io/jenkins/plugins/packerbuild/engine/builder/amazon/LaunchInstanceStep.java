package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts the machine that becomes the image, and waits until it runs. */
record LaunchInstanceStep(Site site, EbsOptions options, Base base) implements Step<InstanceInfo> {

    private static final Duration TERMINATE_LIMIT = Duration.ofMinutes(12);
    private static final Duration VOLUMES_LIMIT = Duration.ofMinutes(3);
    private static final String NAME_TAG = "Name";

    /**
     * What earlier steps have found.
     *
     * @param image to start from
     * @param keyName of the key pair; empty for none
     * @param groups it is in
     * @param tagData what tags may ask for
     */
    record Base(AmiId image, Optional<String> keyName, List<GroupId> groups, Map<String, ?> tagData) {}

    @Override
    public String name() {
        return "StepRunSourceInstance";
    }

    @Override
    public InstanceInfo run(BuildScope scope) {
        site.tell().launching();
        LaunchRequest request = request();
        site.tell().taggingInstance(instanceTags());
        KeptVolumes volumes = KeptVolumes.announce(site);
        scope.onCleanup("extra volumes", VOLUMES_LIMIT, volumes::clean);
        Tracked tracked = site.announce(ResourceKind.INSTANCE, request.clientToken());
        scope.onCleanup(
                "instance of " + site.context().name(),
                TERMINATE_LIMIT,
                cancellation -> tracked.remove(id -> site.removal(cancellation).instance(id)));
        InstanceId instance = tracked.create(
                        () -> site.ec2().runInstance(request), made -> made.id().value())
                .id();
        site.tell().launched(instance);
        site.tell().waitingForInstance(instance);
        InstanceInfo running = site.waits().running(instance);
        volumes.known(running.keptVolumes());
        return running;
    }

    private LaunchRequest request() {
        NetworkOptions network = options.network();
        Map<String, String> volumeTags = options.run().volumeTags().render(base.tagData());
        return new LaunchRequest(
                base.image(),
                UUID.randomUUID().toString(),
                options.run().machineWithUserData(),
                new LaunchRequest.Network(
                        network.subnetId(), network.availabilityZone(), base.groups(), network.publicAddress()),
                base.keyName(),
                options.devices().launch(),
                new LaunchRequest.Tags(
                        site.tags().after(instanceTags()), site.tags().after(volumeTags)));
    }

    private Map<String, String> instanceTags() {
        Map<String, String> tags = new LinkedHashMap<>(options.run().tags().render(base.tagData()));
        tags.putIfAbsent(NAME_TAG, "Packer Builder");
        return tags;
    }
}
