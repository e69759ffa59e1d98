package io.jenkins.plugins.packerbuild.engine.template.fix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What DigitalOcean's API had in version 1, which Packer spoke until 2014 and which ended in 2015: numbers where slugs are
 * today, and defaults for all of them. Each is told with today's nearest; of sizes that is never one that costs more.
 * Prices are DigitalOcean's in dollars a month.
 */
public final class DigitalOcean2013 {

    /** The keys of that time that are gone. */
    public static final List<String> KEYS =
            List.of("client_id", "api_key", "region_id", "size_id", "image_id", "event_delay");

    /** The login of that time's images, when a template named none. */
    public static final String SSH_USERNAME = "root";

    private static final String CLOSED = "; that region takes no new customers any more";

    private static final Map<String, Today> REGIONS = byNumber(List.of(
            region("1", "nyc1", "nyc1", ""),
            region("2", "ams1", "ams3", CLOSED),
            region("3", "sfo1", "sfo3", CLOSED),
            region("4", "nyc2", "nyc3", CLOSED),
            region("5", "ams2", "ams3", CLOSED),
            region("6", "sgp1", "sgp1", ""),
            region("7", "lon1", "lon1", ""),
            region("8", "nyc3", "nyc3", ""),
            region("9", "ams3", "ams3", "")));

    static final List<Size> ALL_SIZES = List.of(
            new Size("66", new Droplet("512mb", 5, 20), new Droplet("s-1vcpu-512mb-10gb", 4, 10)),
            new Size("63", new Droplet("1gb", 10, 30), new Droplet("s-1vcpu-1gb", 6, 25)),
            new Size("62", new Droplet("2gb", 20, 40), new Droplet("s-2vcpu-2gb", 18, 60)),
            new Size("64", new Droplet("4gb", 40, 60), new Droplet("s-2vcpu-4gb", 24, 80)),
            new Size("65", new Droplet("8gb", 80, 80), new Droplet("s-4vcpu-8gb", 48, 160)),
            new Size("61", new Droplet("16gb", 160, 160), new Droplet("s-8vcpu-16gb", 96, 320)));

    private static final Map<String, Today> SIZES =
            byNumber(ALL_SIZES.stream().map(Size::today).toList());

    private static final Today UBUNTU = new Today(
            "image",
            "284203",
            "ubuntu-12-04-x64",
            "ubuntu-24-04-x64",
            "; DigitalOcean has no Ubuntu 12.04 any more, so try your provisioners on this one");

    private static final Pattern TOKEN = Pattern.compile("dop_v1_[0-9a-f]+|[0-9a-f]{64}");
    private static final Pattern OLD_UBUNTU = Pattern.compile("ubuntu-1[0-7]-(04|10)-x(32|64)");

    /**
     * What a number means today.
     *
     * @param option today's option
     * @param number of that time
     * @param was its slug, when there were slugs
     * @param slug today's
     * @param remark what is different, after a semicolon; empty when nothing is
     */
    public record Today(String option, String number, String was, String slug, String remark) {

        /** As in {@code 66 was 512mb; ...}, without a full stop. */
        public String story() {
            return option + "_id " + number + " was " + was + remark;
        }
    }

    /** A machine: slug, price and disk in GB. */
    record Droplet(String slug, int price, int disk) {}

    /** A size of that time, and today's nearest. */
    record Size(String number, Droplet then, Droplet now) {

        Today today() {
            String price = now.price > then.price
                    ? "; today's costs more, $" + now.price + " a month instead of $" + then.price
                    : " for $" + then.price + " a month; today's costs $" + now.price;
            String disk = ", its disk has " + now.disk + " GB instead of " + then.disk;
            return new Today("size", number, then.slug, now.slug, price + disk);
        }
    }

    private DigitalOcean2013() {}

    private static Today region(String number, String was, String slug, String remark) {
        return new Today("region", number, was, slug, remark);
    }

    private static Map<String, Today> byNumber(List<Today> all) {
        return all.stream().collect(Collectors.toUnmodifiableMap(Today::number, Function.identity()));
    }

    /** Whether a template with such keys is of that time. */
    public static boolean isOfThatTime(Predicate<String> has) {
        return KEYS.stream().anyMatch(has);
    }

    /** What an option had when the template said nothing: {@code region}, {@code size} or {@code image}. */
    public static Today standard(String option) {
        return switch (option) {
            case "region" -> today(option, "1").orElseThrow();
            case "size" -> today(option, "66").orElseThrow();
            default -> UBUNTU;
        };
    }

    /** What a number meant; empty for one that nobody knows any more, as those of own images. */
    public static Optional<Today> today(String option, String number) {
        return switch (option) {
            case "region" -> Optional.ofNullable(REGIONS.get(number));
            case "size" -> Optional.ofNullable(SIZES.get(number));
            default -> Optional.of(UBUNTU).filter(image -> image.number().equals(number));
        };
    }

    /** The same for a slug of that time that is none today. */
    static Optional<Today> ofSlug(String option, String slug) {
        if (option.equals("image")) {
            return Optional.of(UBUNTU).filter(image -> OLD_UBUNTU.matcher(slug).matches());
        }
        return (option.equals("region") ? REGIONS : SIZES)
                .values().stream()
                        .filter(today ->
                                today.was().equals(slug) && !today.slug().equals(slug))
                        .findFirst();
    }

    /** Whether a value is a token of today's API, under whatever key it stands. */
    public static boolean isToken(String value) {
        return TOKEN.matcher(value).matches();
    }
}
