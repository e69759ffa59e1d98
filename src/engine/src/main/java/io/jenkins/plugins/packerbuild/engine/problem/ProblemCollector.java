package io.jenkins.plugins.packerbuild.engine.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers problems and warnings while something is checked, so that all of them are shown at once. The same thing twice
 * is one thing: several builds may find it. Not for use by several threads.
 */
public final class ProblemCollector {

    private static final int MOST_SHOWN = 100;

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /** Notes something that makes the build impossible. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Notes something that the user should know although the build goes on. */
    public void warn(Problem warning) {
        warnings.add(warning);
    }

    /** In the order they were found; of more than a hundred the first, and how many more there are. */
    public List<Problem> problems() {
        return shown(problems, "problem");
    }

    /** In the order they were found; of more than a hundred the first, and how many more there are. */
    public List<Problem> warnings() {
        return shown(warnings, "warning");
    }

    private static List<Problem> shown(Set<Problem> all, String noun) {
        if (all.size() <= MOST_SHOWN) {
            return List.copyOf(all);
        }
        List<Problem> shown = new ArrayList<>(MOST_SHOWN + 1);
        all.stream().limit(MOST_SHOWN).forEach(shown::add);
        int more = all.size() - MOST_SHOWN;
        shown.add(Problem.of("There " + (more == 1 ? "is 1 more " + noun : "are " + more + " more " + noun + "s") + ".")
                .withCure("Solve the first hundred, then look again."));
        return List.copyOf(shown);
    }

    /**
     * Ends the check.
     *
     * @throws BuildException with all problems, when there is one
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new BuildException(problems(), null);
        }
    }
}
