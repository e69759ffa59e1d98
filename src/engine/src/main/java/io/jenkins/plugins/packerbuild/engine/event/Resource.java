package io.jenkins.plugins.packerbuild.engine.event;

/**
 * Something that is about to exist in a cloud because of us: all that is needed to find and remove it later.
 *
 * @param builder the build's name
 * @param kind as in {@code instance}, {@code security-group}, {@code droplet}
 * @param place where it lives and by whose credentials
 * @param mark a tag value, client token or name, unique in the run, by which it is found when its id never arrived
 */
public record Resource(String builder, String kind, Place place, String mark) {

    /**
     * Where a resource lives.
     *
     * @param provider as in {@code aws}, {@code digitalocean}
     * @param account the provider's account id; empty when it is not known
     * @param region the provider's region; empty for what has none
     * @param endpoint the base URL that was used; empty for the provider's own
     * @param credentialSource the name of the credential, never its value
     */
    public record Place(String provider, String account, String region, String endpoint, String credentialSource) {}
}
