package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What droplet is made.
 *
 * @param image {@code image}: a slug, or digits for a number
 * @param name {@code droplet_name}; empty for a name of the engine's own
 * @param tags {@code tags}, besides those of the run
 * @param agent {@code droplet_agent}; empty leaves it to DigitalOcean
 */
record DropletOptions(
        String region,
        String size,
        String image,
        Optional<String> name,
        boolean monitoring,
        Optional<Boolean> agent,
        List<String> tags) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]?[a-z0-9A-Z.\\-]*[a-z0-9A-Z]");
    private static final Pattern TAG = Pattern.compile("[\\p{Alnum}:_-]{1,255}");
    private static final int LONGEST_NAME = 255;

    static DropletOptions read(Options options) {
        return new DropletOptions(
                required(options, "region", "region_id"),
                required(options, "size", "size_id"),
                required(options, "image", "image_id"),
                name(options),
                options.flag("monitoring", false),
                options.flag("droplet_agent"),
                tags(options, "tags"));
    }

    /** A list of tags; problems go to the options. */
    static List<String> tags(Options options, String key) {
        List<String> tags = options.list(key);
        for (String tag : tags) {
            if (!TAG.matcher(tag).matches()) {
                options.problem(
                        key, "invalid tag: " + tag, "Use 1 to 255 letters, digits, colons, dashes and underscores.");
            }
        }
        return tags;
    }

    /** One problem is enough where the retired form of the option stands. */
    private static String required(Options options, String key, String retired) {
        if (options.has(retired)) {
            return options.text(key, "");
        }
        return RetiredOptions.areThere(options) ? RetiredOptions.required(options, key) : options.required(key);
    }

    private static Optional<String> name(Options options) {
        Optional<String> name = options.text("droplet_name");
        boolean good = name.isEmpty()
                || (NAME.matcher(name.get()).matches() && name.get().length() <= LONGEST_NAME);
        if (!good) {
            options.problem(
                    "droplet_name",
                    "DigitalOcean takes no droplet name '" + name.orElse("") + "'.",
                    "Use at most 255 letters, digits, dots and dashes, with a letter or digit at the end.");
        }
        return name;
    }
}
