package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Variables that have no value because they refer to others that have none. Packer refuses them only in templates where no
 * other variable refers to one: otherwise it never notices, and they are empty. Templates live on that, so we warn then.
 */
final class UnsetVariables {

    /** What Packer takes for a reference that is still to be rendered. */
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*user\\s*`.*`\\s*}}");

    /** That a variable is needed which has no value. */
    static final class Unset extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final @Nullable String cure;

        Unset(String words, @Nullable String cure) {
            super(words, null, false, false);
            this.cure = cure;
        }
    }

    private final Set<String> names = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean unnoticed;

    boolean has(String name) {
        return names.contains(name);
    }

    /** Notes a text of a variable that could be rendered. */
    void noteResolved(String text) {
        unnoticed |= REFERENCE.matcher(text).find();
    }

    /** Notes one that could not. */
    void add(String name, Unset cause, String subject, @Nullable SourcePosition position) {
        names.add(name);
        if (!String.valueOf(cause.getMessage()).isEmpty()) {
            problems.add(new Problem(
                    subject + " cannot be rendered: error calling user: " + cause.getMessage() + ".",
                    cause.cure,
                    position));
        }
    }

    /** Of one that is not there; of one that needs such a one itself, nobody has to hear again. */
    Unset missing(String name, Collection<String> known) {
        return has(name)
                ? new Unset("", null)
                : new Unset(
                        "Error: variable not set: " + name,
                        NearestName.cure(name, known, "Declare it in \"variables\"."));
    }

    /** Of one that needs itself. */
    Unset circle(String name, Collection<String> path) {
        String circle = String.join(" -> ", path) + " -> " + name;
        return new Unset(
                "Error: variable not set: " + name + " (it refers to itself: " + circle + ")", "Break the circle.");
    }

    /** Tells of all of them; gives the names of those whose lack is a problem. */
    Set<String> report(ProblemCollector collector) {
        problems.forEach(unnoticed ? problem -> collector.warn(stays(problem)) : collector::add);
        return unnoticed ? Set.of() : names;
    }

    private static Problem stays(Problem problem) {
        return new Problem(problem.message() + " It stays empty, as in Packer.", problem.cure(), problem.position());
    }
}
