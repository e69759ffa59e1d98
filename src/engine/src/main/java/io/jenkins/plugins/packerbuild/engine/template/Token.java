package io.jenkins.plugins.packerbuild.engine.template;

/**
 * One piece of a text with actions.
 *
 * @param kind what it is
 * @param text its content: the text, the decoded literal, the name, the path of fields without its first dot
 * @param glued whether it follows the token before without a blank
 */
record Token(Kind kind, String text, boolean glued) {

    /** Kinds of pieces. */
    enum Kind {
        /** Outside of actions. */
        TEXT,
        /** The beginning of an action. */
        OPEN,
        /** The end of an action. */
        CLOSE,
        /** A function or a keyword. */
        WORD,
        /** {@code .} alone, or a chain such as {@code .A.B}. */
        FIELD,
        /** A quoted or backquoted literal. */
        STRING,
        /** A whole number. */
        NUMBER,
        /** An opening parenthesis. */
        LEFT,
        /** A closing parenthesis. */
        RIGHT,
        /** A pipe. */
        PIPE,
        /** The end of the text. */
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
