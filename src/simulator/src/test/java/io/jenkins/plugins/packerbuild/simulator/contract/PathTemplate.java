package io.jenkins.plugins.packerbuild.simulator.contract;

import java.util.regex.Pattern;

/** A path of the description, as {@code /v2/droplets/{droplet_id}}. */
record PathTemplate(String text, Pattern pattern) {

    static PathTemplate of(String text) {
        String regex = Pattern.quote(text).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
        return new PathTemplate(text, Pattern.compile(regex));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
