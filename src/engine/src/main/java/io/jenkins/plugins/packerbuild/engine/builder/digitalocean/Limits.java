package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param state {@code state_timeout}: until a droplet is active, or off
 * @param snapshot {@code snapshot_timeout}
 * @param transfer {@code transfer_timeout}
 */
record Limits(Duration state, Duration snapshot, Duration transfer) {

    static Limits read(Options options) {
        return new Limits(
                options.duration("state_timeout", Duration.ofMinutes(6)),
                options.duration("snapshot_timeout", Duration.ofMinutes(60)),
                options.duration("transfer_timeout", Duration.ofMinutes(30)));
    }
}
