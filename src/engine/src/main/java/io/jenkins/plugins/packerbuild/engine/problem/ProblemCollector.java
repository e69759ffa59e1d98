package io.jenkins.plugins.packerbuild.engine.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers problems and warnings while something is checked, so that all of them are shown at once. Not for use by
 * several threads.
 */
public final class ProblemCollector {

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** Notes something that makes the build impossible. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Notes something that the user should know although the build goes on. */
    public void warn(Problem warning) {
        warnings.add(warning);
    }

    /** In the order they were found. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** In the order they were found. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Ends the check.
     *
     * @throws BuildException with all problems, when there is one
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new BuildException(problems, null);
        }
    }
}
