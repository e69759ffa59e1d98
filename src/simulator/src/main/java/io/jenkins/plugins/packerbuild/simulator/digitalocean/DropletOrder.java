package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the body of a create call asks for, checked.
 *
 * @param place where and how big
 * @param keys the lines of the public keys that may log in
 */
record DropletOrder(
        String name, Place place, List<String> keys, String userData, List<String> tags, Set<String> features) {

    private static final int MAX_USER_DATA = 64 * 1024;

    record Place(Catalogue.Region region, Catalogue.Size size, Image image) {}

    Droplet droplet(long id, Instant now) {
        Droplet.Boot boot = new Droplet.Boot(keys, userData, features, now);
        Droplet droplet = new Droplet(id, name, place.region(), place.size(), place.image(), boot);
        droplet.tags.addAll(tags);
        return droplet;
    }

    /** Reads orders against the account that they are given to. */
    static final class Reader {

        private final Account account;
        private final ImageOperations images;

        Reader(Account account, ImageOperations images) {
            this.account = account;
            this.images = images;
        }

        /** @throws ApiError for the first value that DigitalOcean would refuse */
        DropletOrder read(JsonNode json) {
            String name = json.path("name").asText("");
            if (!name.matches("[a-zA-Z0-9]?[a-z0-9A-Z.-]{0,253}[a-z0-9A-Z]")) {
                throw ApiError.unprocessable("Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)");
            }
            String userData = json.path("user_data").asText("");
            if (userData.length() > MAX_USER_DATA) {
                throw ApiError.unprocessable("User data is too long: at most 64 KiB are allowed.");
            }
            return new DropletOrder(name, place(json), keys(json), userData, strings(json, "tags"), features(json));
        }

        private Place place(JsonNode json) {
            Catalogue.Region region =
                    Catalogue.region(json.path("region").asText("nyc3")).orElseThrow(() -> invalid("region"));
            Catalogue.Size size = Catalogue.size(json.path("size").asText("")).orElseThrow(() -> invalid("size"));
            Image image = images.find(json.path("image").asText("")).orElseThrow(() -> invalid("image"));
            if (!image.regions.contains(region.slug())) {
                throw ApiError.unprocessable("The image you selected is not available in the selected region.");
            }
            if (image.origin.minDisk() > size.disk()) {
                throw ApiError.unprocessable("The image you selected needs a bigger disk than this size has.");
            }
            return new Place(region, size, image);
        }

        private List<String> keys(JsonNode json) {
            List<String> lines = new ArrayList<>();
            for (String wanted : strings(json, "ssh_keys")) {
                lines.add(account.keys.values().stream()
                        .filter(key -> key.isNamed(wanted))
                        .map(AccountKey::publicKey)
                        .findFirst()
                        .orElseThrow(() ->
                                ApiError.unprocessable(wanted + " are invalid key identifiers for Droplet creation.")));
            }
            return lines;
        }

        private static Set<String> features(JsonNode json) {
            Set<String> features = new LinkedHashSet<>();
            for (String feature : List.of("backups", "ipv6", "monitoring", "private_networking")) {
                if (json.path(feature).asBoolean(false)) {
                    features.add(feature);
                }
            }
            return features;
        }

        private static List<String> strings(JsonNode json, String name) {
            List<String> values = new ArrayList<>();
            json.path(name).forEach(value -> values.add(value.asText()));
            return values;
        }

        private static ApiError invalid(String what) {
            return ApiError.unprocessable("You specified an invalid " + what + " for Droplet creation.");
        }
    }
}
