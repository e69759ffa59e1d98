package io.jenkins.plugins.packerbuild.engine.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers problems and warnings while something is checked, so that all of them are shown at once. The same thing twice
 * is one thing: several builds may find it. Not for use by several threads.
 */
public final class ProblemCollector {

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST = 2000;

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            Problem::position,
            Comparator.nullsFirst(Comparator.comparing(SourcePosition::file)
                    .thenComparingInt(SourcePosition::line)
                    .thenComparingInt(SourcePosition::column)));

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> ofUse = new HashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /** Notes something that makes the build impossible. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Notes something that is wrong only once the template is used: a look at its structure passes over it. */
    public void addOfUse(Problem problem) {
        problems.add(problem);
        ofUse.add(problem);
    }

    /** Notes something that the user should know although the build goes on. */
    public void warn(Problem warning) {
        warnings.add(warning);
    }

    /**
     * In the order of their places, those without one first; of more than a hundred the first, and how many more there are.
     * Of very long ones the beginning.
     */
    public List<Problem> problems() {
        return shown(problems, "problem");
    }

    /**
     * In the order of their places, those without one first; of more than a hundred the first, and how many more there are.
     * Of very long ones the beginning.
     */
    public List<Problem> warnings() {
        return shown(warnings, "warning");
    }

    private static List<Problem> shown(Set<Problem> all, String noun) {
        List<Problem> shown = new ArrayList<>(all.stream()
                .sorted(BY_PLACE)
                .limit(MOST_SHOWN)
                .map(problem -> problem.shortened(LONGEST))
                .toList());
        if (all.size() <= MOST_SHOWN) {
            return List.copyOf(shown);
        }
        int more = all.size() - MOST_SHOWN;
        shown.add(Problem.of("There " + (more == 1 ? "is 1 more " + noun : "are " + more + " more " + noun + "s") + ".")
                .withCure("Solve the first hundred, then look again."));
        return List.copyOf(shown);
    }

    /**
     * Ends a check of the structure alone.
     *
     * @throws BuildException with all problems of the structure, when there is one
     */
    public void throwIfStructure() {
        Set<Problem> structural = new LinkedHashSet<>(problems);
        structural.removeAll(ofUse);
        if (!structural.isEmpty()) {
            throw new BuildException(shown(structural, "problem"), null);
        }
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
