package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;

/**
 * Writes the ledger for one build.
 *
 * @param place with the build's region
 * @param runTag which the build's droplet carries
 */
record Books(ResourceLedger ledger, String builder, Resource.Place place, String runTag) {

    static final String PROVIDER = "digitalocean";

    /** Where the builder's resources live. */
    static Resource.Place place(AccessOptions access, String region) {
        return new Resource.Place(PROVIDER, "", region, access.apiUrl(), access.credentialSource());
    }

    /** Announces something that is about to be created. */
    Owned announce(Leftover.Kind kind, String mark) {
        boolean regional = kind == Leftover.Kind.DROPLET || kind == Leftover.Kind.SNAPSHOT;
        Resource.Place where = regional
                ? place
                : new Resource.Place(place.provider(), place.account(), "", place.endpoint(), place.credentialSource());
        ResourceLedger.Entry entry = ledger.intend(new Resource(builder, kind.ledgerName(), where, mark));
        return new Owned(entry, new Leftover(kind, "", mark, runTag), place.endpoint());
    }
}
