package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The clients of one run: builders of the same account, region and endpoint share one. Safe for use by several threads. */
final class RegionClouds implements AutoCloseable {

    private final Ec2Line.Opener opener;
    private final DoubleSupplier random;

    /** Guarded by this, as is what follows. */
    private final Map<CloudKey, RegionCloud> open = new HashMap<>();

    private final Map<CloudKey, ExpectedNames> names = new HashMap<>();

    /** @param random numbers in [0, 1), for jitter */
    RegionClouds(Ec2Line.Opener opener, DoubleSupplier random) {
        this.opener = opener;
        this.random = random;
    }

    /** Notes that a builder will ask whether there is an image of that name. */
    synchronized void expectName(CloudKey key, String name) {
        names(key).add(name);
    }

    /** The one for all builders of that key. */
    synchronized RegionCloud of(CloudKey key, Clock clock) {
        return open.computeIfAbsent(key, missing -> open(missing, clock));
    }

    private RegionCloud open(CloudKey key, Clock clock) {
        Attempts attempts =
                new Attempts(new RateBudget(), key.place(), key.line().retries(), clock, random);
        return new RegionCloud(key, opener.open(key, attempts), clock, names(key), random);
    }

    private synchronized ExpectedNames names(CloudKey key) {
        return names.computeIfAbsent(key, missing -> new ExpectedNames());
    }

    @Override
    public synchronized void close() {
        open.values().forEach(RegionCloud::close);
        open.clear();
    }
}
