package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.time.Duration;

/** Switches the droplet off, for one that did not shut down by itself. Results in the droplet. */
final class PowerOffStep implements Step<Droplet> {

    private final DropletWatch watch;
    private final DigitalOcean api;
    private final TooLong tooLong;

    PowerOffStep(DropletWatch watch, DigitalOcean api, Duration limit) {
        this.watch = watch;
        this.api = api;
        this.tooLong = new TooLong("state_timeout", limit, api.place());
    }

    @Override
    public String name() {
        return "stepPowerOff";
    }

    @Override
    public Droplet run(BuildScope scope) {
        new Narration(scope.narrator()).switchingOff();
        switchOff();
        return watch.await(
                        droplet -> droplet.isQuietly("off"),
                        Deadline.after(scope.clock(), tooLong.limit()),
                        this::switchOffWhenFree)
                .orElseThrow(() -> tooLong.because("switch off droplet '" + watch.id() + "'", "it is not off"));
    }

    private void switchOffWhenFree(Droplet droplet) {
        if (droplet.isQuietly("active")) {
            switchOff();
        }
    }

    private void switchOff() {
        try {
            api.powerOff(watch.id());
        } catch (ProviderException e) {
            ShutDownStep.throwUnlessStateDecides(e);
        }
    }
}
