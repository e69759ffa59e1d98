package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value, while it is not yet known whose value it is: the end of a sentence, such as
 * {@code must be a list, not a number}. Whoever knows the thing and the place makes a {@link Problem} of it. Never leaves
 * this package.
 */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String FOLLOW_UP = "needs something that is a problem already";

    private final @Nullable String cure;
    private final transient @Nullable SourcePosition position;

    private Complaint(String words, @Nullable String cure, @Nullable SourcePosition position) {
        super(words, null, false, false);
        this.cure = cure;
        this.position = position;
    }

    /** With the end of a sentence, without its full stop, and what to do. */
    static Complaint of(String words, @Nullable String cure) {
        return new Complaint(words, cure, null);
    }

    /** About a text whose actions cannot be parsed or evaluated. */
    static Complaint rendering(String words, @Nullable String cure) {
        return of("cannot be rendered: " + words, cure);
    }

    /** About a text whose actions are wrong. */
    static Complaint of(ActionException e) {
        String place = e.place().isEmpty() ? "" : " " + e.place();
        return of("cannot be rendered" + place + ": " + e.words(), e.cure());
    }

    /** About something that cannot be judged, because what it needs is a problem already. */
    static Complaint followUp() {
        return of(FOLLOW_UP, null);
    }

    /** Whether it is one that nobody needs to hear of. */
    boolean isFollowUp() {
        return FOLLOW_UP.equals(getMessage());
    }

    /** The same, at a place; a place that it has already is the better one. */
    Complaint at(SourcePosition place) {
        return position == null ? new Complaint(words(), cure, place) : this;
    }

    /** What to do; null when there is nothing to say. */
    @Nullable String cure() {
        return cure;
    }

    /** The end of the sentence. */
    String words() {
        return String.valueOf(getMessage());
    }

    /** The whole sentence, about something at a place. */
    Problem about(String subject, SourcePosition place) {
        return at(place).about(subject);
    }

    /** The whole sentence. */
    Problem about(String subject) {
        return new Problem(subject + " " + words() + ".", cure, position);
    }
}
