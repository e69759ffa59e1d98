package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.ResourceCleaner;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.WaitSchedule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Removes what a dead run has left in AWS accounts: machines first, then images, volumes, security groups and key pairs,
 * which others may hold. Closes its clients at the end of each request.
 */
public final class AmazonResourceCleaner implements ResourceCleaner {

    static final String PROVIDER = "aws";

    private static final int RETRIES = 10;
    private static final List<ResourceKind> ORDER = List.of(
            ResourceKind.INSTANCE,
            ResourceKind.IMAGE,
            ResourceKind.VOLUMES,
            ResourceKind.SECURITY_GROUP,
            ResourceKind.KEY_PAIR);

    private final Ec2Line.Opener opener;

    /** For AWS, or whatever endpoint the ledger names. */
    public AmazonResourceCleaner() {
        this((key, attempts) -> SdkLine.open(key, attempts));
    }

    AmazonResourceCleaner(Ec2Line.Opener opener) {
        this.opener = opener;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public String builderType() {
        return AmazonEbsType.NAME;
    }

    @Override
    public void clean(Request request) {
        try (RegionClouds clouds =
                new RegionClouds(opener, () -> ThreadLocalRandom.current().nextDouble())) {
            request.resources().stream()
                    .sorted(Comparator.comparing(left -> rank(left.resource())))
                    .forEach(left -> clean(left, request, clouds));
        }
    }

    private static int rank(Resource resource) {
        return ResourceKind.parse(resource.kind()).map(ORDER::indexOf).orElse(ORDER.size());
    }

    private void clean(Left left, Request request, RegionClouds clouds) {
        Optional<ResourceKind> kind = ResourceKind.parse(left.resource().kind());
        if (kind.isEmpty()) {
            left.entry()
                    .remains(
                            "This version does not know what a '"
                                    + left.resource().kind() + "' is.",
                            "");
            return;
        }
        try {
            remove(kind.get(), left, removal(left.resource(), request, clouds));
        } catch (RuntimeException e) {
            left.entry().remains(BuildException.from(e).getMessage(), kind.get().command(left.resource(), left.id()));
            return;
        }
        left.entry().gone();
    }

    private static Removal removal(Resource resource, Request request, RegionClouds clouds) {
        CloudKey.Line line = new CloudKey.Line(false, RETRIES);
        Resource.Place place = resource.place();
        CloudKey key = new CloudKey(login(resource, request.credentials()), place.region(), place.endpoint(), line);
        RegionCloud cloud = clouds.of(key, request.scope().clock());
        Cancellation cancellation = request.scope().cancellation();
        WaitSchedule schedule = WaitSchedule.adaptive(cloud.random());
        Waits waits = new Waits(cloud, limit -> new Pace(cloud.clock(), cancellation, schedule, limit));
        return new Removal(
                cloud.ec2(cancellation),
                waits,
                RunTags.ofDead(request.runId(), resource.builder()),
                new EbsNarrator(request.scope().narrator()));
    }

    private static AwsLogin login(Resource resource, Credentials credentials) {
        String source = resource.place().credentialSource();
        Optional<Secret> access = credentials.value("access_key", resource);
        Optional<Secret> secret = credentials.value("secret_key", resource);
        if (access.isPresent() && secret.isPresent()) {
            return new AwsLogin.Keys(access.get(), secret.get(), credentials.value("token", resource), source);
        }
        return AwsLogin.Chain.parse(source);
    }

    private static void remove(ResourceKind kind, Left left, Removal removal) {
        switch (kind) {
            case INSTANCE -> removal.instance(left.id());
            case IMAGE -> removal.image(left.id());
            case VOLUMES -> removal.volumes(removal.marked());
            case SECURITY_GROUP -> removal.securityGroup(left.id());
            case KEY_PAIR -> removal.keyPair(left.id(), left.resource().mark());
        }
    }
}
