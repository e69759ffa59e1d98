package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.event.LedgerLine;
import io.jenkins.plugins.packerbuild.engine.event.Resource;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What a cleanup could not remove, for people. */
final class Leftovers {

    private Leftovers() {}

    /** One of them, with the command that removes it. */
    static Problem problem(LedgerLine line) {
        Resource.Place place = line.resource().place();
        String where = (place.provider() + " " + place.region()).strip();
        String why = line.note().isEmpty() ? "it was not tried." : line.note();
        Problem problem = Problem.of(
                "Could not remove " + line.resource().kind() + " '" + name(line) + "' in " + where + ": " + why);
        return line.command().isEmpty() ? problem : problem.withCure("This removes it: " + line.command());
    }

    /** All of them, with a command below each. */
    static String list(List<LedgerLine> open) {
        return open.stream()
                .map(line -> "  " + line.resource().kind() + " " + name(line) + ": " + line.note()
                        + (line.command().isEmpty() ? "" : "\n    " + line.command()))
                .collect(Collectors.joining("\n"));
    }

    private static String name(LedgerLine line) {
        return line.id().isEmpty() ? line.resource().mark() : line.id();
    }
}
