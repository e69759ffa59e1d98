package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where we say the same with other words on purpose: Packer's words, as a pattern, and ours. */
final class Translations {

    private static final Map<Pattern, String> TABLE = Map.of(
            // Packer adds a note on a default that nobody remembers.
            Pattern.compile("(An ssh_username must be specified) Note: .*"), "$1",
            // A name that is missing need not also be called too short.
            Pattern.compile("ami_name must be between 3 and 128 characters long"), "ami_name must be specified",
            // Of which builder it is an option says more.
            Pattern.compile("(region|size|image) is required"), "Option '$1' of builder 'digitalocean' is required");

    private Translations() {}

    /** What to look for: any of these will do. */
    static List<String> of(String words) {
        for (Map.Entry<Pattern, String> entry : TABLE.entrySet()) {
            Matcher matcher = entry.getKey().matcher(words);
            if (matcher.matches()) {
                return List.of(words, matcher.replaceFirst(entry.getValue()));
            }
        }
        return List.of(words);
    }
}
