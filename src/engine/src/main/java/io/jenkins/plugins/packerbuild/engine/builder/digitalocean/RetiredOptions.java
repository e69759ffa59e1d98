package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Map;

/** The options of 2013, when DigitalOcean's API had version 1: each is named as retired, with today's option. */
final class RetiredOptions {

    private static final Map<String, String> REGIONS = Map.of(
            "1", "nyc1", "2", "ams1", "3", "sfo1", "4", "nyc2", "5", "ams2", "6", "sgp1", "7", "lon1", "8", "nyc3", "9",
            "ams3");
    private static final Map<String, String> SIZES = Map.of(
            "66",
            "s-1vcpu-512mb-10gb",
            "63",
            "s-1vcpu-1gb",
            "62",
            "s-1vcpu-2gb",
            "64",
            "s-2vcpu-4gb",
            "65",
            "s-4vcpu-8gb");
    private static final String TOKEN = "Use 'api_token' with a personal access token of today's API.";

    private RetiredOptions() {}

    static void refuse(Options options) {
        for (String key : List.of("client_id", "api_key")) {
            refuse(options, key, TOKEN);
        }
        refuse(options, "region_id", today("region", "nyc3", REGIONS, options.text("region_id", "")));
        refuse(options, "size_id", today("size", "s-1vcpu-1gb", SIZES, options.text("size_id", "")));
        refuse(options, "image_id", "Use 'image' with a slug such as 'ubuntu-24-04-x64'.");
        refuse(options, "event_delay", "Remove it: waiting needs no help any more.");
    }

    private static String today(String option, String example, Map<String, String> known, String number) {
        String slug = known.get(number);
        return slug == null
                ? "Use '" + option + "' with a slug such as '" + example + "'."
                : "Use '" + option + "' with the slug '" + slug + "', which is what " + number + " was.";
    }

    private static void refuse(Options options, String key, String cure) {
        if (options.has(key)) {
            options.problem(
                    key,
                    "Option '" + key + "' is retired: it belonged to version 1 of DigitalOcean's API, which ended in"
                            + " 2015.",
                    cure);
        }
    }
}
