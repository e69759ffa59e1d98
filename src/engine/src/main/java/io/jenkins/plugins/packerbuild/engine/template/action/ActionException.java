package io.jenkins.plugins.packerbuild.engine.template.action;

import org.jspecify.annotations.Nullable;

/** A text whose actions cannot be parsed or evaluated. Its message is the end of a sentence, in the words of Go where it has some. */
public final class ActionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;
    private final @Nullable String cure;

    private ActionException(String place, String words, @Nullable String cure) {
        super(words, null, false, false);
        this.place = place;
        this.cure = cure;
    }

    /** With what is wrong, without a full stop, and what to do. */
    public static ActionException of(String words, @Nullable String cure) {
        return new ActionException("", words, cure);
    }

    /** The same at a place such as {@code in line 2}; a place that it has already is the better one. */
    ActionException in(String where) {
        return place.isEmpty() ? new ActionException(where, words(), cure) : this;
    }

    /** The same, raised by a function. */
    ActionException calling(String function) {
        return new ActionException(place, "error calling " + function + ": " + words(), cure);
    }

    /** The end of the sentence, without the place. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** Where, such as {@code at <upper 5>}; empty when that is plain. */
    public String place() {
        return place;
    }

    /** What to do; null when there is nothing to say. */
    public @Nullable String cure() {
        return cure;
    }
}
