package io.jenkins.plugins.packerbuild.engine.template.action;

import java.util.Set;

/**
 * One piece of a text with actions.
 *
 * @param kind what it is
 * @param text as it is written; of an {@link Kind#ERROR} what is wrong
 * @param offset where it begins
 */
record Token(Kind kind, String text, int offset) {

    private static final Set<String> KEYWORDS =
            Set.of("block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");
    private static final int SHOWN = 10;

    /** Kinds of pieces. */
    enum Kind {
        /** Outside of actions. */
        TEXT,
        /** The beginning of an action. */
        OPEN,
        /** The end of an action. */
        CLOSE,
        /** Blanks inside of an action. */
        SPACE,
        /** A function. */
        NAME,
        /** A word with a meaning of its own. */
        KEYWORD,
        /** True or false. */
        BOOL,
        /** {@code nil}. */
        NIL,
        /** {@code .} alone. */
        DOT,
        /** {@code .Name}. */
        FIELD,
        /** {@code $} or {@code $name}. */
        VARIABLE,
        /** A literal in quotes or backquotes. */
        STRING,
        /** A literal in single quotes. */
        CHARACTER,
        /** A number. */
        NUMBER,
        /** {@code :=}. */
        DECLARE,
        /** {@code =}. */
        ASSIGN,
        /** An opening parenthesis. */
        LEFT,
        /** A closing parenthesis. */
        RIGHT,
        /** A pipe. */
        PIPE,
        /** Any other sign. */
        SIGN,
        /** What is no token; the last one. */
        ERROR,
        /** The end of the text; the last one. */
        END
    }

    static Token word(String word, int offset) {
        Kind kind = switch (word) {
            case "true", "false" -> Kind.BOOL;
            case "nil" -> Kind.NIL;
            default -> KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.NAME;
        };
        return new Token(kind, word, offset);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isKeyword(String word) {
        return kind == Kind.KEYWORD && text.equals(word);
    }

    /** As Go shows it in its errors. */
    String shown() {
        return switch (kind) {
            case END -> "EOF";
            case ERROR -> text;
            case KEYWORD, DOT, NIL -> "<" + text + ">";
            default -> text.length() > SHOWN ? GoQuotes.quote(text.substring(0, SHOWN)) + "..." : GoQuotes.quote(text);
        };
    }
}
