package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What DigitalOcean ships: regions, sizes and stock images. */
final class Catalogue {

    private static final List<String> FEATURES =
            List.of("backups", "ipv6", "metadata", "install_agent", "storage", "image_transfer");

    static final List<Region> REGIONS = List.of(
            new Region("nyc1", "New York 1"),
            new Region("nyc2", "New York 2"),
            new Region("nyc3", "New York 3"),
            new Region("ams3", "Amsterdam 3"),
            new Region("sfo2", "San Francisco 2"),
            new Region("sfo3", "San Francisco 3"),
            new Region("sgp1", "Singapore 1"),
            new Region("lon1", "London 1"),
            new Region("fra1", "Frankfurt 1"),
            new Region("tor1", "Toronto 1"),
            new Region("blr1", "Bangalore 1"),
            new Region("syd1", "Sydney 1"));

    static final List<String> REGION_SLUGS = REGIONS.stream().map(Region::slug).toList();

    static final List<Size> SIZES = List.of(
            new Size("s-1vcpu-512mb-10gb", 512, 1, 10, 4),
            new Size("s-1vcpu-1gb", 1024, 1, 25, 6),
            new Size("s-1vcpu-2gb", 2048, 1, 50, 12),
            new Size("s-2vcpu-2gb", 2048, 2, 60, 18),
            new Size("s-2vcpu-4gb", 4096, 2, 80, 24),
            new Size("s-4vcpu-8gb", 8192, 4, 160, 48),
            new Size("s-8vcpu-16gb", 16384, 8, 320, 96));

    private Catalogue() {}

    record Region(String slug, String name) {

        ObjectNode json() {
            ObjectNode json = Json.object().put("name", name).put("slug", slug).put("available", true);
            json.set("features", Json.strings(FEATURES));
            json.set("sizes", Json.strings(SIZES.stream().map(Size::slug).toList()));
            return json;
        }
    }

    /** A size; memory in MiB, disk in GiB, price in dollars a month. */
    record Size(String slug, int memory, int vcpus, int disk, int price) {

        ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("slug", slug)
                    .put("memory", memory)
                    .put("vcpus", vcpus)
                    .put("disk", disk)
                    .put("transfer", 1.0 * vcpus)
                    .put("price_monthly", 1.0 * price)
                    .put("price_hourly", price / 672.0)
                    .put("available", true)
                    .put("description", "Basic");
            json.set("regions", Json.strings(REGION_SLUGS));
            return json;
        }
    }

    static Optional<Region> region(String slug) {
        return REGIONS.stream().filter(region -> region.slug().equals(slug)).findFirst();
    }

    static Optional<Size> size(String slug) {
        return SIZES.stream().filter(size -> size.slug().equals(slug)).findFirst();
    }

    /** The stock images, with the ids that they have in this simulator. */
    static List<Image> stockImages() {
        return List.of(
                Image.stock(155133621, "24.04 (LTS) x64", "Ubuntu", "ubuntu-24-04-x64"),
                Image.stock(129211873, "22.04 (LTS) x64", "Ubuntu", "ubuntu-22-04-x64"),
                Image.stock(112929454, "20.04 (LTS) x64", "Ubuntu", "ubuntu-20-04-x64"),
                Image.stock(188112233, "13 x64", "Debian", "debian-13-x64"),
                Image.stock(133562107, "12 x64", "Debian", "debian-12-x64"),
                Image.stock(119640344, "9 Stream x64", "CentOS", "centos-stream-9-x64"),
                Image.stock(115567833, "9 x64", "Rocky Linux", "rockylinux-9-x64"));
    }
}
