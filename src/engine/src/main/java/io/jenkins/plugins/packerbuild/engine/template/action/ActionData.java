package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.Map;

/**
 * What a text is rendered with.
 *
 * @param values what the dot holds
 * @param kind how a name that is not there is taken
 */
public record ActionData(Map<String, ?> values, Kind kind) {

    /** Kinds of data. */
    public enum Kind {
        /** There is none: a template is only checked. */
        NONE,
        /** A name that is not there has no value, which is printed as such. */
        OPEN,
        /** A name that is not there is an error. */
        CLOSED
    }

    /** While a template is checked: there is no data. */
    public static ActionData none() {
        return new ActionData(Map.of(), Kind.NONE);
    }

    /** While a build runs. */
    public static ActionData of(Map<String, ?> values) {
        return new ActionData(values, Kind.OPEN);
    }

    /** While a build runs, with all names that there are. */
    public static ActionData closed(Map<String, ?> values) {
        return new ActionData(values, Kind.CLOSED);
    }

    /** The value of the dot. */
    Object dot() {
        return kind == Kind.NONE ? Nil.NIL : values;
    }
}
