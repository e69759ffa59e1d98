package io.jenkins.plugins.packerbuild.engine.template;

import java.util.List;

/**
 * The arguments of one call.
 *
 * @param function its name
 * @param values in the order of the signature
 */
record Arguments(String function, List<Object> values) {

    /** Complains unless there are that many. */
    Arguments exactly(int count) {
        return between(count, count);
    }

    /** Complains unless there are that many. */
    Arguments between(int fewest, int most) {
        if (values.size() < fewest || values.size() > most) {
            String want = fewest == most
                    ? "" + fewest
                    : most == Integer.MAX_VALUE ? "at least " + fewest : fewest + " to " + most;
            throw Complaint.rendering(
                    "wrong number of args for " + function + ": want " + want + " got " + values.size(),
                    "Texts with blanks stand in backquotes.");
        }
        return this;
    }

    /** The argument, which must be a text. */
    String text(int index) {
        if (values.get(index) instanceof String text) {
            return text;
        }
        throw wrong(index, "a text in backquotes");
    }

    /** The argument, which must be a whole number. */
    long number(int index) {
        if (values.get(index) instanceof Long number) {
            return number;
        }
        throw wrong(index, "a whole number");
    }

    private Complaint wrong(int index, String expected) {
        return Complaint.rendering(
                "argument " + (index + 1) + " of " + function + " must be " + expected + ", not '" + values.get(index)
                        + "'",
                null);
    }
}
