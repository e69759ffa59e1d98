package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lines that a run prints, and whose they are. */
final class Lines {

    private Lines() {}

    /** The build that a line is of; empty for a line of the whole run. */
    static String build(String line, Collection<String> builds) {
        return builds.stream()
                .filter(build -> of(build).anyMatch(line::startsWith))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static Stream<String> of(String build) {
        return List.of("==> %s:", "    %s:", "==> %s (", "    %s (", "--> %s:", "Build '%s' ").stream()
                .map(form -> form.replace("%s", build));
    }
}
