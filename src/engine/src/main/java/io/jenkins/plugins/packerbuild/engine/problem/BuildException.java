package io.jenkins.plugins.packerbuild.engine.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that the engine throws: at least one {@link Problem}, fit to be shown to a user. Cleanups that
 * failed on the way are its suppressed exceptions. Children exist only where a caller acts differently.
 */
public class BuildException extends RuntimeException {

    private final List<Problem> problems;

    /** With one problem and no cause outside of the engine. */
    public BuildException(Problem problem) {
        this(List.of(problem), null);
    }

    /** With one problem and what made it, which is shown under {@code PACKER_LOG=1} only. */
    public BuildException(Problem problem, @Nullable Throwable cause) {
        this(List.of(problem), cause);
    }

    /**
     * With all problems at once.
     *
     * @throws IllegalArgumentException when there is none
     */
    public BuildException(List<Problem> problems, @Nullable Throwable cause) {
        super(null, cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a BuildException needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** A plain sentence without cure or position. */
    public static BuildException of(String message) {
        return new BuildException(Problem.of(message));
    }

    /** Itself when it is one; else a defect of ours, said in a sentence, with the original as cause. */
    public static BuildException from(Throwable error) {
        if (error instanceof BuildException known) {
            return known;
        }
        String words = error.getMessage() == null ? "" : ": " + error.getMessage();
        Problem problem = Problem.of("Unexpected error " + error.getClass().getSimpleName() + words + ".")
                .withCure("Run again with PACKER_LOG=1 and report what it prints.");
        return new BuildException(problem, error);
    }

    @Override
    public String getMessage() {
        return problems.stream().map(Problem::sentence).collect(Collectors.joining("\n"));
    }

    /** Never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** The first problem. */
    public Problem problem() {
        return problems.get(0);
    }
}
