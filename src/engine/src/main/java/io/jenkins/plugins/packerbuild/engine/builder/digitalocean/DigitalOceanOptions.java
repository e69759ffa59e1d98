package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;

/** All options of the builder, by the groups of its reference page. */
record DigitalOceanOptions(Calling calling, Machine machine, SnapshotOptions snapshot, Limits limits) {

    /** How the API is called. */
    record Calling(AccessOptions access, RetryOptions retries) {}

    /** The droplet and the way into it. */
    record Machine(
            DropletOptions droplet, NetworkOptions network, UserData userData, CommunicatorSettings communicator) {}

    static DigitalOceanOptions read(Options options, BuilderSettings settings) {
        RetiredOptions.refuse(options);
        options.notYet("ssh_key_id");
        AccessOptions access = AccessOptions.read(options, settings);
        return new DigitalOceanOptions(
                new Calling(access, RetryOptions.read(options)),
                new Machine(
                        DropletOptions.read(options),
                        NetworkOptions.read(options),
                        UserData.read(options, settings),
                        CommunicatorSettings.read(
                                options, RetiredOptions.login(options, settings.login(options, access.apiUrl())))),
                SnapshotOptions.read(options),
                Limits.read(options));
    }
}
