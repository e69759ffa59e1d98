package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import java.util.List;
import java.util.Optional;

/**
 * A droplet as the API shows it.
 *
 * @param status {@code new}, {@code active}, {@code off} or {@code archive}
 * @param locked whether an action goes on, so that no other may begin
 * @param addresses of IPv4
 */
record Droplet(long id, String name, String status, boolean locked, List<Address> addresses) {

    /** One address; the type is {@code public} or {@code private}. */
    record Address(String type, String ip) {}

    Droplet {
        addresses = List.copyOf(addresses);
    }

    /** In that status, with nothing going on. */
    boolean isQuietly(String wanted) {
        return status.equals(wanted) && !locked;
    }

    Optional<String> address(String type) {
        return addresses.stream()
                .filter(address -> address.type().equals(type))
                .map(Address::ip)
                .findFirst();
    }
}
