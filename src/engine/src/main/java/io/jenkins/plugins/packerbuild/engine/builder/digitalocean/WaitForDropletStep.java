package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import io.jenkins.plugins.packerbuild.engine.time.Deadline;
import java.time.Duration;

/** Waits until the droplet runs, and results in the address by which it is reached. */
final class WaitForDropletStep implements Step<String> {

    private final DropletWatch watch;
    private final NetworkOptions network;
    private final TooLong tooLong;

    WaitForDropletStep(DropletWatch watch, NetworkOptions network, Duration limit, String place) {
        this.watch = watch;
        this.network = network;
        this.tooLong = new TooLong("state_timeout", limit, place);
    }

    @Override
    public String name() {
        return "stepDropletInfo";
    }

    @Override
    public String run(BuildScope scope) {
        new Narration(scope.narrator()).waitingForDroplet();
        Droplet droplet = watch.await(
                        it -> it.isQuietly("active"), Deadline.after(scope.clock(), tooLong.limit()), it -> {})
                .orElseThrow(() -> tooLong.because("start droplet '" + watch.id() + "'", "it is not active"));
        String type = network.addressType();
        return droplet.address(type)
                .orElseThrow(() -> new BuildException(Problem.of(
                                "Droplet '" + watch.id() + "' in " + tooLong.place() + " has no " + type + " address.")
                        .withCure("Check 'connect_with_private_ip' and 'private_networking'.")));
    }
}
