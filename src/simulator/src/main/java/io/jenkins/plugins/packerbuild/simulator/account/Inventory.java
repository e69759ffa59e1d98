package io.jenkins.plugins.packerbuild.simulator.account;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is in a cloud beyond that which the provider ships.
 *
 * @param images finished images (available AMIs, DigitalOcean snapshots): what a build is for
 * @param leftovers everything else that was created and still exists
 */
public record Inventory(List<Item> images, List<Item> leftovers) {

    public Inventory {
        images = List.copyOf(images);
        leftovers = List.copyOf(leftovers);
    }

    /**
     * One thing in a cloud.
     *
     * @param place the region, or the empty string where the provider has none for this kind
     * @param kind what it is, in the provider's words, as {@code instance}
     * @param note its name and state, for people
     */
    public record Item(Service service, String place, String kind, String id, String note) {

        @Override
        public String toString() {
            return String.join(
                    " ",
                    Stream.of(service.label(), place, kind, id, note)
                            .filter(part -> !part.isEmpty())
                            .toList());
        }
    }

    /** Both inventories as one. */
    public Inventory and(Inventory other) {
        return new Inventory(
                Stream.concat(images.stream(), other.images.stream()).toList(),
                Stream.concat(leftovers.stream(), other.leftovers.stream()).toList());
    }
}
