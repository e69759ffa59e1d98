package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;
import java.util.Optional;

/** Makes the droplet that becomes the image. Results in its id. */
final class CreateDropletStep implements Step<Long> {

    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(5);

    private final DigitalOcean api;
    private final Books books;
    private final RunTags tags;
    private final DropletOrder order;

    CreateDropletStep(DigitalOcean api, Books books, RunTags tags, DropletOrder order) {
        this.api = api;
        this.books = books;
        this.tags = tags;
        this.order = order;
    }

    @Override
    public String name() {
        return "stepCreateDroplet";
    }

    /** DigitalOcean makes the tags together with the first droplet that has them. */
    @Override
    public Long run(BuildScope scope) {
        Narration narration = new Narration(scope.narrator());
        narration.creatingDroplet();
        Owned run = books.announce(Leftover.Kind.TAG, tags.names().run());
        Owned expires = books.announce(Leftover.Kind.TAG, tags.names().expires());
        Owned droplet = books.announce(Leftover.Kind.DROPLET, order.name());
        tags.enter();
        scope.onCleanup("tags of the run", CLEANUP_LIMIT, cancellation -> {
            if (droplet.isOpen()) {
                tags.stay(run, expires);
            } else {
                tags.leave(run, expires, api.until(cancellation));
            }
        });
        scope.onCleanup("droplet " + order.name(), CLEANUP_LIMIT, cancellation -> {
            if (droplet.isOpen()) {
                narration.destroyingDroplet();
                droplet.remove(api.until(cancellation));
            }
        });
        Droplet made = droplet.make(() -> api.createDroplet(order.request(tags.names()), this::made), Droplet::id);
        return made.id();
    }

    private Optional<Droplet> made() {
        return api.dropletsTagged(tags.names().run()).stream()
                .filter(droplet -> droplet.name().equals(order.name()))
                .findFirst();
    }
}
