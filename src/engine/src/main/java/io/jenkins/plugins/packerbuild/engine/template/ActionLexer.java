package io.jenkins.plugins.packerbuild.engine.template;

import java.util.List;

/** Cuts one action into tokens, up to its closing brackets. One use. */
final class ActionLexer {

    private static final int EXCERPT = 40;

    private final String source;
    private final int start;
    private int position;
    private boolean trimsAfter;

    ActionLexer(String source, int start) {
        this.source = source;
        this.start = start;
        this.position = start;
    }

    /** The place behind the closing brackets. */
    int end() {
        return position;
    }

    /** Whether the blanks after the action go. */
    boolean trimsAfter() {
        return trimsAfter;
    }

    /** Adds the tokens, the last one {@link Token.Kind#CLOSE}. */
    void readInto(List<Token> tokens) {
        while (true) {
            boolean glued = !skipBlanks();
            if (source.startsWith("-}}", position) && !glued) {
                trimsAfter = true;
                position++;
            }
            if (source.startsWith("}}", position)) {
                position += 2;
                tokens.add(new Token(Token.Kind.CLOSE, "", glued));
                return;
            }
            tokens.add(next(glued));
        }
    }

    private Token next(boolean glued) {
        char c = peek();
        if (Character.isLetter(c) || c == '_') {
            return new Token(Token.Kind.WORD, name(), glued);
        }
        if (c == '.') {
            return new Token(Token.Kind.FIELD, fields(), glued);
        }
        if (c == '"') {
            return new Token(Token.Kind.STRING, quoted(), glued);
        }
        if (c == '`') {
            return new Token(Token.Kind.STRING, raw(), glued);
        }
        if (Character.isDigit(c) || c == '-' || c == '+') {
            return new Token(Token.Kind.NUMBER, number(), glued);
        }
        position++;
        return switch (c) {
            case '(' -> new Token(Token.Kind.LEFT, "(", glued);
            case ')' -> new Token(Token.Kind.RIGHT, ")", glued);
            case '|' -> new Token(Token.Kind.PIPE, "|", glued);
            case '$' -> throw Complaint.rendering("variables such as $x are not there yet", "Write it without one.");
            case '\'' -> throw Complaint.rendering("single quotes do not make a text", "Use backquotes: `text`.");
            default ->
                throw Complaint.rendering(
                        "'" + c + "' has no meaning in an action, here: " + excerpt(), "Write texts in backquotes.");
        };
    }

    private char peek() {
        if (position >= source.length()) {
            throw Complaint.rendering("the action " + excerpt() + " is not closed", "Add }}.");
        }
        return source.charAt(position);
    }

    private String excerpt() {
        String text = source.substring(start, Math.min(source.length(), start + EXCERPT))
                .strip();
        return "{{" + text;
    }

    /** Whether there was one. */
    private boolean skipBlanks() {
        int before = position;
        while (position < source.length() && " \t\r\n".indexOf(source.charAt(position)) >= 0) {
            position++;
        }
        return position > before;
    }

    private String name() {
        int begin = position;
        while (position < source.length() && isNamePart(source.charAt(position))) {
            position++;
        }
        return source.substring(begin, position);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private String fields() {
        int begin = position;
        while (position < source.length() && source.charAt(position) == '.') {
            position++;
            boolean alone = name().isEmpty();
            if (alone && position - begin > 1) {
                throw Complaint.rendering("a name is missing after a dot, here: " + excerpt(), "Write .Name.");
            }
        }
        return source.substring(begin + 1, position);
    }

    private String number() {
        int begin = position++;
        while (position < source.length() && (isNamePart(source.charAt(position)) || source.charAt(position) == '.')) {
            position++;
        }
        return source.substring(begin, position);
    }

    private String raw() {
        int close = source.indexOf('`', position + 1);
        if (close < 0) {
            throw Complaint.rendering("a backquote is not closed, here: " + excerpt(), "Add the second backquote.");
        }
        String text = source.substring(position + 1, close);
        position = close + 1;
        return text.replace("\r", "");
    }

    private String quoted() {
        int begin = ++position;
        while (position < source.length() && source.charAt(position) != '"' && source.charAt(position) != '\n') {
            position += source.charAt(position) == '\\' ? 2 : 1;
        }
        if (position >= source.length() || source.charAt(position) == '\n') {
            throw Complaint.rendering("a double quote is not closed, here: " + excerpt(), "Add the second quote.");
        }
        return GoQuotes.unquote(source.substring(begin, position++));
    }
}
