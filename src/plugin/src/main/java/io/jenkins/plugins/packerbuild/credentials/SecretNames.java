package io.jenkins.plugins.packerbuild.credentials;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of variables that say that their values are secrets. */
public final class SecretNames {

    private static final Pattern SECRET =
            Pattern.compile("(?i)token|secret|passw|passphrase|pwd|credential|private|api_?key|access_?key");

    /** Shorter values are the engine's to hide: here they could be any word of a line. */
    private static final int SHORTEST = 6;

    private SecretNames() {}

    /** Those of an environment of which nobody says what is secret in it. */
    public static Set<String> in(Map<String, String> variables) {
        return variables.entrySet().stream()
                .filter(variable -> SECRET.matcher(variable.getKey()).find())
                .filter(variable -> variable.getValue().length() >= SHORTEST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
