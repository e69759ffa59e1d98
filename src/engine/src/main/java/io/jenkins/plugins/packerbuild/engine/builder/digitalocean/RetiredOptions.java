package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.communicator.LoginDefaults;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.fix.DigitalOcean2013;
import java.util.Optional;

/**
 * The options of 2013, when DigitalOcean's API had version 1: each one is a problem with today's option and value, and so
 * is each option that had a default then and has none today.
 */
final class RetiredOptions {

    static final String API_KEY = "api_key";

    private static final String FIX = " 'packer-build fix' does it.";

    private RetiredOptions() {}

    /** Whether the template is of that time. */
    static boolean areThere(Options options) {
        return DigitalOcean2013.isOfThatTime(options::has);
    }

    static void refuse(Options options) {
        refuse(options, "client_id", "Remove it: 'api_token' says whose account it is.");
        refuse(options, API_KEY, token(options.text(API_KEY, "")));
        for (String option : new String[] {"region", "size", "image"}) {
            String old = option + "_id";
            refuse(options, old, today(option, options.text(old, "")));
        }
        refuse(options, "event_delay", "Remove it: waiting needs no help any more.");
    }

    private static String token(String value) {
        return DigitalOcean2013.isToken(value)
                ? "Write \"api_token\" in its place: the value is a token of today."
                : "Set \"api_token\" to a personal access token, such as {{user `do_token`}} with the default"
                        + " {{env `DIGITALOCEAN_API_TOKEN`}}: no key of 2013 is one.";
    }

    private static String today(String option, String number) {
        Optional<DigitalOcean2013.Today> today = DigitalOcean2013.today(option, number);
        String slug = today.orElse(DigitalOcean2013.standard(option)).slug();
        return today.map(found -> "Write \"" + option + "\": \"" + slug + "\": " + found.story() + ".")
                .orElse("Write \"" + option + "\" with a slug such as \"" + slug + "\".");
    }

    private static void refuse(Options options, String key, String cure) {
        if (options.has(key)) {
            options.problem(
                    key,
                    "Unknown configuration key: '\"" + key + "\"'. It is retired: it belonged to version 1 of"
                            + " DigitalOcean's API, which ended in 2015.",
                    cure + FIX);
        }
    }

    /** An option that had a default. */
    static String required(Options options, String key) {
        Optional<String> text = options.text(key);
        if (text.isEmpty()) {
            DigitalOcean2013.Today standard = DigitalOcean2013.standard(key);
            options.problem(
                    key,
                    "Option '" + key + "' of a digitalocean builder is required.",
                    "Add \"" + key + "\": \"" + standard.slug() + "\": without " + key + "_id it was "
                            + standard.number() + ", and " + standard.story() + "." + FIX);
        }
        return text.orElse("");
    }

    /** The login, which had a default, too. */
    static LoginDefaults login(Options options, LoginDefaults given) {
        String user = LoginDefaults.USERNAME;
        boolean missing = options.text(user).isEmpty() && given.find(user).isEmpty();
        if (!areThere(options) || !missing) {
            return given;
        }
        options.problem(
                user,
                "An ssh_username must be specified.",
                "Add \"ssh_username\": \"" + DigitalOcean2013.SSH_USERNAME + "\", which it was in 2013." + FIX);
        return option ->
                option.equals(user) ? Optional.of(Secret.of(DigitalOcean2013.SSH_USERNAME)) : given.find(option);
    }
}
