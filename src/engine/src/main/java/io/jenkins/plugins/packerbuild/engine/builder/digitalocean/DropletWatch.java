package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderRefusal;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import io.jenkins.plugins.packerbuild.engine.time.WaitSchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Waits for one droplet, through the listing that all builds of the run share. For one build. */
final class DropletWatch {

    private static final Duration WHILE_ANOTHER_ASKS = Duration.ofMillis(100);

    private final long id;
    private final RunDroplets run;
    private final DigitalOcean api;
    private final Clock clock;
    private final WaitSchedule schedule =
            WaitSchedule.adaptive(() -> ThreadLocalRandom.current().nextDouble());

    DropletWatch(long id, RunDroplets run, DigitalOcean api) {
        this.id = id;
        this.run = run;
        this.api = api;
        this.clock = api.clock();
    }

    long id() {
        return id;
    }

    /**
     * Looks, at first after a pause, until the droplet is as wanted.
     *
     * @param meanwhile hears of each look that found it otherwise
     * @return empty when the time is over
     * @throws ProviderException when there is no such droplet any more
     */
    Optional<Droplet> await(Predicate<Droplet> wanted, Deadline deadline, Consumer<Droplet> meanwhile) {
        Duration begin = clock.uptime();
        Duration pause = schedule.next(Duration.ZERO);
        while (true) {
            clock.sleep(shorter(pause, deadline.remaining()), api.cancellation());
            Look look = look(begin, pause);
            if (wanted.test(look.droplet())) {
                return Optional.of(look.droplet());
            }
            if (deadline.isOver()) {
                return Optional.empty();
            }
            meanwhile.accept(look.droplet());
            pause = schedule.next(clock.uptime().minus(begin)).minus(look.age());
        }
    }

    /**
     * What was seen.
     *
     * @param age of the listing: whoever sees an old one looks again the sooner, so that all fall into step
     */
    private record Look(Droplet droplet, Duration age) {}

    private Look look(Duration begin, Duration pause) {
        Duration oldest = clock.uptime().minus(pause.multipliedBy(9).dividedBy(10));
        RunDroplets.Listing listing = listing(oldest.compareTo(begin) > 0 ? oldest : begin);
        Duration age = clock.uptime().minus(listing.asked());
        return new Look(listing.droplet(id).orElseGet(this::byItself), age);
    }

    private RunDroplets.Listing listing(Duration since) {
        Optional<RunDroplets.Listing> listing = run.since(since, api);
        while (listing.isEmpty()) {
            clock.sleep(WHILE_ANOTHER_ASKS, api.cancellation());
            listing = run.since(since, api);
        }
        return listing.get();
    }

    /** For a droplet that is not listed yet, or lost its tag. */
    private Droplet byItself() {
        return api.droplet(id)
                .orElseThrow(() -> new ProviderException(
                        Reason.NOT_FOUND,
                        new ProviderRefusal(
                                "wait for",
                                "droplet",
                                "" + id,
                                api.place(),
                                "there is no such droplet any more",
                                "",
                                "See who deletes droplets in this account, and build again."),
                        null));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
