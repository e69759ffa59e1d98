package io.jenkins.plugins.packerbuild.engine.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong: a sentence that names the thing and the place, and a sentence that names the cure. Example:
 * message {@code Builder 'amazon-ebs' has no option 'regoin'.}, cure {@code Did you mean 'region'?}.
 *
 * @param message what is wrong, a whole sentence with expected and actual
 * @param cure what to do next, a whole sentence; null when there is nothing that the user could do
 * @param position where in the user's file; null when no file is to blame
 */
public record Problem(
        String message, @Nullable String cure, @Nullable SourcePosition position) {

    /** A problem with neither cure nor position yet. */
    public static Problem of(String message) {
        return new Problem(message, null, null);
    }

    /** The same problem with what to do next. */
    public Problem withCure(String newCure) {
        return new Problem(message, newCure, position);
    }

    /** The same problem at a place. */
    public Problem at(@Nullable SourcePosition newPosition) {
        return new Problem(message, cure, newPosition);
    }

    /** The same problem with excerpts of its texts: a template may have put much into them. */
    Problem shortened(int most) {
        return new Problem(Excerpt.of(message, most), cure == null ? null : Excerpt.of(cure, most), position);
    }

    /** All of it on one line: {@code example.json:3:5: message cure}. */
    public String sentence() {
        String text = cure == null ? message : message + " " + cure;
        return position == null ? text : position + ": " + text;
    }
}
