package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderType;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;

/**
 * The builder {@code digitalocean}: starts a droplet, provisions it, and makes a snapshot of it. Builders that one object
 * of this class prepares share connections, rate budget and listings where they share endpoint and token.
 *
 * @see <a href="https://developer.hashicorp.com/packer/integrations/digitalocean/digitalocean">Packer's reference</a>
 */
public final class DigitalOceanType implements BuilderType {

    static final String NAME = "digitalocean";

    private final Accounts accounts;

    /** Talks to DigitalOcean over the network, once a build runs. */
    public DigitalOceanType() {
        this(Accounts.overHttp());
    }

    DigitalOceanType(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wantsCredential(Options options) {
        return options.text(AccessOptions.API_TOKEN).isEmpty();
    }

    @Override
    public boolean wantsLogin(Options options) {
        return CommunicatorSettings.wantsLogin(options);
    }

    @Override
    public ImageBuilder prepare(Options options, BuilderSettings settings) {
        return new DigitalOceanBuilder(DigitalOceanOptions.read(options, settings), accounts);
    }
}
