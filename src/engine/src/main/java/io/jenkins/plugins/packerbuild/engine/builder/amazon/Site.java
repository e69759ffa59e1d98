package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.WaitSchedule;
import java.time.Duration;
import java.util.UUID;

/**
 * What every step of one build finds around it.
 *
 * @param cloud shared with other builds
 * @param context of this build
 * @param tags of everything that it makes
 * @param tell who is told
 * @param polling how often to look
 * @param account the account's number; empty when nobody asked
 */
record Site(RegionCloud cloud, BuildContext context, RunTags tags, EbsNarrator tell, Polling polling, String account) {

    private static final Duration CALL_LIMIT = Duration.ofMinutes(5);

    /** The calls of the build itself. */
    Ec2 ec2() {
        return cloud.ec2(context.scope().cancellation());
    }

    /** How long somebody waits for an answer that others may be asking for. */
    Pace pace() {
        return pace(context.scope().cancellation(), CALL_LIMIT);
    }

    /** How somebody waits for something slow. */
    Pace pace(Cancellation cancellation, Duration usualLimit) {
        WaitSchedule schedule = polling.schedule(cloud.random());
        return new Pace(cloud.clock(), cancellation, schedule, polling.limit(usualLimit));
    }

    /** Waits of the build itself. */
    Waits waits() {
        return waits(context.scope().cancellation());
    }

    /** Waits of a cleanup. */
    Waits waits(Cancellation cancellation) {
        return new Waits(cloud, limit -> pace(cancellation, limit));
    }

    /** Takes things away, within a cleanup. */
    Removal removal(Cancellation cancellation) {
        return new Removal(cloud.ec2(cancellation), waits(cancellation), tags, tell);
    }

    /** Writes into the ledger that something is about to exist. */
    Tracked announce(ResourceKind kind, String mark) {
        CloudKey key = cloud.key();
        Resource.Place place = new Resource.Place(
                AmazonResourceCleaner.PROVIDER,
                account,
                key.region(),
                key.endpoint(),
                key.login().source());
        Resource resource = new Resource(context.name(), kind.word(), place, mark);
        return new Tracked(kind, resource, "", context.ledger().intend(resource));
    }

    /** As in {@code packer_b1c2...}: never the same twice. */
    static String uniqueName() {
        return "packer_" + UUID.randomUUID();
    }

    /** Whether it can only be one of {@link #uniqueName()}. */
    static boolean isUniqueName(String name) {
        return name.matches("packer_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** For messages. */
    String place() {
        return cloud.key().place();
    }
}
