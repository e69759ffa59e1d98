package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.time.Duration;

/** Asks the droplet to shut down, again and again, because systems that still start do not hear it. Results in whether it is off. */
final class ShutDownStep implements Step<Boolean> {

    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(20);

    private final DropletWatch watch;
    private final DigitalOcean api;
    private final Duration limit;

    ShutDownStep(DropletWatch watch, DigitalOcean api, Duration limit) {
        this.watch = watch;
        this.api = api;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "stepShutdown";
    }

    @Override
    public Boolean run(BuildScope scope) {
        new Narration(scope.narrator()).shuttingDown();
        Asking asking = new Asking(scope.clock());
        asking.ask();
        return watch.await(droplet -> droplet.isQuietly("off"), Deadline.after(scope.clock(), limit), asking::askAgain)
                .isPresent();
    }

    private final class Asking {
        private final Clock clock;
        private Duration last = Duration.ZERO;

        Asking(Clock clock) {
            this.clock = clock;
        }

        void ask() {
            last = clock.uptime();
            try {
                api.shutDown(watch.id());
            } catch (ProviderException e) {
                throwUnlessStateDecides(e);
            }
        }

        void askAgain(Droplet droplet) {
            boolean due = clock.uptime().minus(last).compareTo(BETWEEN_REQUESTS) >= 0;
            if (due && droplet.isQuietly("active")) {
                ask();
            }
        }
    }

    /** One that is busy, or off already, refuses; the next look at it tells which. */
    static void throwUnlessStateDecides(ProviderException e) {
        if (e.reason() != Reason.CONFLICT && e.reason() != Reason.OTHER) {
            throw e;
        }
    }
}
