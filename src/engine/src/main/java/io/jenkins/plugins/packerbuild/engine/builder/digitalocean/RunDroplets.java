package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All droplets of a run in one account, read with one call for all builds that wait: whoever looks first after a listing
 * has grown old makes the next one. Safe for use by several threads.
 */
final class RunDroplets {

    private static final Listing NONE = new Listing(List.of(), Duration.ofNanos(Long.MIN_VALUE / 2));

    private final String tag;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Listing newest = NONE;

    /**
     * What the API listed.
     *
     * @param asked the clock's uptime before the call was sent
     */
    record Listing(List<Droplet> droplets, Duration asked) {

        Optional<Droplet> droplet(long id) {
            return droplets.stream().filter(droplet -> droplet.id() == id).findFirst();
        }
    }

    RunDroplets(String tag) {
        this.tag = tag;
    }

    /**
     * A listing that was asked for at that uptime or later; empty when another build is about to get one.
     *
     * @param api makes the call where one is needed
     */
    Optional<Listing> since(Duration uptime, DigitalOcean api) {
        if (isSince(uptime)) {
            return Optional.of(newest);
        }
        if (!reading.tryLock()) {
            return Optional.empty();
        }
        try {
            if (!isSince(uptime)) {
                Duration asked = api.clock().uptime();
                newest = new Listing(api.dropletsTagged(tag), asked);
            }
            return Optional.of(newest);
        } finally {
            reading.unlock();
        }
    }

    private boolean isSince(Duration uptime) {
        return newest.asked().compareTo(uptime) >= 0;
    }
}
