package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes the image of the stopped machine and waits until it can be used. Until it is finished, it goes with whatever
 * makes the build fail.
 */
record CreateImageStep(Site site, EbsOptions options, InstanceId instance) implements Step<CreateImageStep.Made> {

    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(8);
    private static final Duration NOT_IN_STATE_LIMIT = Duration.ofMinutes(15);

    /**
     * The image.
     *
     * @param image as it was when it became available
     * @param tracked to be kept when all is done
     */
    record Made(ImageInfo image, Tracked tracked) {}

    @Override
    public String name() {
        return "stepCreateAMI";
    }

    @Override
    public Made run(BuildScope scope) {
        String name = options.image().name();
        site.tell().creatingImage(name, instance);
        Tracked tracked = site.announce(ResourceKind.IMAGE, name);
        scope.onCleanup(
                "AMI " + name,
                CLEANUP_LIMIT,
                cancellation -> tracked.remove(id -> site.removal(cancellation).image(id)));
        AmiId image = tracked.create(this::createWhenStopped, AmiId::value);
        site.tell().imageCreated(image);
        site.tell().waitingForImage();
        return new Made(site.waits().available(image), tracked);
    }

    /** EC2 may still think that the machine is not quite stopped. */
    private AmiId createWhenStopped() {
        Pace pace = site.pace(site.context().scope().cancellation(), NOT_IN_STATE_LIMIT);
        Duration start = pace.clock().uptime();
        Map<String, String> tags = site.tags().all();
        NewImage wanted =
                new NewImage(instance, options.image().name(), options.devices().image(), tags);
        while (true) {
            try {
                return site.ec2().createImage(wanted);
            } catch (ProviderException e) {
                Duration waited = pace.clock().uptime().minus(start);
                if (e.reason() != Reason.CONFLICT || waited.compareTo(NOT_IN_STATE_LIMIT) >= 0) {
                    throw e;
                }
                Filters name = Filters.of("name", wanted.name());
                List<ImageInfo> sameName = Tracked.inDoubt(e, () -> site.ec2().images(name, List.of("self")));
                if (!sameName.isEmpty()) {
                    return ours(sameName, e);
                }
                pace.sleep(pace.schedule().next(waited));
            }
        }
    }

    /** The answer to an earlier try may have been lost: then the image of that name is ours. */
    private AmiId ours(List<ImageInfo> sameName, ProviderException refusal) {
        return sameName.stream()
                .filter(image -> image.tags()
                        .entrySet()
                        .containsAll(site.tags().finding().entrySet()))
                .map(ImageInfo::id)
                .findFirst()
                .orElseThrow(() -> refusal);
    }
}
